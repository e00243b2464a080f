import { useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { Autocomplete, Input, Menu, MenuItem, SearchField, useFilter } from "react-aria-components";
import { Dialog } from "../../design-system/interactive/dialog.tsx";
import { frameMessages } from "../../i18n/frame.ts";
import { messagesFor } from "../../i18n/messages.ts";
import type { Destination } from "./navigation.ts";
import { useStudioLanguage } from "./use-profile.ts";

type Opened = "commands" | "shortcuts" | null;

/** Ctrl or Cmd + K: go anywhere by typing. `?` lists the shortcuts. */
export function CommandMenu({ destinations }: { destinations: Destination[] }) {
  const [opened, setOpened] = useState<Opened>(null);
  const language = useStudioLanguage();
  const frame = frameMessages[language];
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
        event.preventDefault();
        setOpened("commands");
      } else if (event.key === "?" && !isTyping(event.target)) {
        setOpened("shortcuts");
      }
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
  const close = () => setOpened(null);
  return (
    <>
      <Dialog title={frame.commandMenu} isOpen={opened === "commands"} onOpenChange={close} size="small">
        <CommandList destinations={destinations} onDone={close} />
      </Dialog>
      <Dialog title={frame.shortcuts.title} isOpen={opened === "shortcuts"} onOpenChange={close} size="small">
        <dl className="frame-shortcuts">
          {frame.shortcuts.list.map(({ keys, does }) => (
            <div key={keys}>
              <dt>
                <kbd>{keys}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
      </Dialog>
    </>
  );
}

function CommandList({ destinations, onDone }: { destinations: Destination[]; onDone: () => void }) {
  const language = useStudioLanguage();
  const frame = frameMessages[language];
  const navigate = useNavigate();
  const { contains } = useFilter({ sensitivity: "base" });
  const go = (to: Destination["to"]) => {
    onDone();
    void navigate({ to });
  };
  return (
    <Autocomplete filter={contains}>
      <SearchField aria-label={messagesFor(language).search} autoFocus>
        <Input className="input" />
      </SearchField>
      <Menu className="menu frame-commands" aria-label={frame.commandMenu}>
        {destinations.map(({ to, label }) => (
          <MenuItem key={to} className="menu-item" textValue={frame.navigation[label]} onAction={() => go(to)}>
            {frame.navigation[label]}
          </MenuItem>
        ))}
      </Menu>
    </Autocomplete>
  );
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
