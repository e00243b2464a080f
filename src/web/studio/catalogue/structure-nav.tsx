import { useEffect, useState } from "react";
import { useWorkshopEditor } from "./editor-context.ts";

const parts = ["texts", "sessions", "seats", "place", "questionnaires", "publish"] as const;
type Part = (typeof parts)[number];

/** The parts of a workshop; the one in sight is marked. */
export function StructureNav() {
  const { words } = useWorkshopEditor();
  const [current, setCurrent] = usePartInSight();
  const labels: Record<Part, string> = { ...words.parts, questionnaires: words.questionnaires.title };
  const goTo = (part: Part) => {
    const section = document.getElementById(`part-${part}`);
    section?.scrollIntoView({ block: "start" });
    section?.focus({ preventScroll: true });
    setCurrent(part);
  };
  return (
    <nav className="editor-structure" aria-label={words.structure}>
      <ul className="editor-structure-list">
        {parts.map((part) => (
          <li key={part}>
            <button
              type="button"
              className={`editor-structure-item editor-structure-${part}`}
              aria-current={current === part ? "true" : undefined}
              onClick={() => goTo(part)}
            >
              {labels[part]}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The topmost part that crosses the upper part of the screen; before any does, the first. */
function usePartInSight(): [Part, (part: Part) => void] {
  const [inSight, setInSight] = useState<Part>("texts");
  useEffect(() => {
    const crossing = new Set<string>();
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries) {
          if (isIntersecting) crossing.add(target.id);
          else crossing.delete(target.id);
        }
        const top = parts.find((part) => crossing.has(`part-${part}`));
        if (top) setInSight(top);
      },
      { rootMargin: "-15% 0px -65% 0px" },
    );
    for (const part of parts) {
      const section = document.getElementById(`part-${part}`);
      if (section && part !== "publish") observer.observe(section);
    }
    return () => observer.disconnect();
  }, []);
  return [inSight, setInSight];
}
