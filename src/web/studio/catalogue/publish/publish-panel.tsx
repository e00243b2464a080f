import "./publish-panel.css";
import { type Language, type LocalisedText, languages, readText } from "../../../../shared/kernel/locale.ts";
import { ApiError } from "../../../api/api-error.ts";
import { Badge } from "../../../design-system/badge.tsx";
import { Button } from "../../../design-system/button.tsx";
import { Notice } from "../../../design-system/notice.tsx";
import { messagesFor } from "../../../i18n/messages.ts";
import { useWorkshopEditor } from "../editor-context.ts";
import { languageTone } from "../tones.ts";
import { Checklist } from "./checklist.tsx";
import { type Checklists, useChecklists } from "./use-checklists.ts";
import { usePublish } from "./use-publish.ts";

/** Each language on its way to the public page: what it lacks, its button, its address. */
export function PublishPanel() {
  const { draft, words } = useWorkshopEditor();
  const checklists = useChecklists();
  const publish = usePublish();
  return (
    <section className="publish-panel" id="part-publish" tabIndex={-1} aria-labelledby="publish-title">
      <h2 id="publish-title" className="editor-aside-heading">
        {words.publish.title}
      </h2>
      <ul className="publish-languages">
        {languages.map((of) => (
          <li key={of}>
            <LanguageRow
              of={of}
              checklists={checklists}
              isPublishing={publish.isPending && publish.variables === of}
              onPublish={() => publish.mutate(of)}
            />
          </li>
        ))}
      </ul>
      <ClashNotice error={publish.error} />
      {draft.canEdit && <Checklist checklists={checklists} />}
    </section>
  );
}

interface LanguageRowProps {
  of: Language;
  checklists: Checklists;
  isPublishing: boolean;
  onPublish: () => void;
}

function LanguageRow({ of, checklists, isPublishing, onPublish }: LanguageRowProps) {
  const { draft, language, words } = useWorkshopEditor();
  const shared = messagesFor(language);
  const state = draft.languageStates[of];
  const slug = draft.slugs[of];
  const isPublic = state === "published" || state === "stale";
  const isBehind = draft.unpublishedLanguages.includes(of);
  const sentences = [
    isPublic ? isBehind && words.publish.unpublished : words.publish.never,
    state === "published" && !isBehind && words.publish.current,
    state === "stale" && words.publish.stale,
  ].filter(Boolean);
  return (
    <div className="publish-language">
      <p className="cluster cluster-between">
        <strong>{shared.languageName[of]}</strong>
        <Badge tone={languageTone[state]} hasDot={isPublic}>
          {shared.languageStatus[state]}
        </Badge>
      </p>
      <p className="muted small">{sentences.join(" ")}</p>
      {draft.canEdit && (!isPublic || isBehind || state === "stale") && (
        <Button
          variant={isPublic && !isBehind ? "secondary" : "primary"}
          size="small"
          isLoading={isPublishing}
          disabled={!checklists.isPublishable[of]}
          onClick={onPublish}
        >
          {words.publish[isPublic ? (isBehind ? "again" : "stillRight") : "publish"][of]}
        </Button>
      )}
      {isPublic && slug && (
        <a className="small" href={`/${of}/workshops/${slug}`} target="_blank" rel="noopener">
          {words.publish.page[of]}
        </a>
      )}
    </div>
  );
}

interface Clash {
  kind: "location" | "facilitator";
  name: string;
  position: number;
  workshopTitle: LocalisedText;
  sessionId: string;
}

/** The server names what stands in the way: another workshop at that place, or with that person. */
function ClashNotice({ error }: { error: Error | null }) {
  const { language, words } = useWorkshopEditor();
  if (!(error instanceof ApiError) || error.code !== "overlapping_session") return null;
  const clashes = (error.problem.clashes ?? []) as Clash[];
  return (
    <Notice tone="danger" isLive title={error.message}>
      <ul className="publish-clashes">
        {clashes.map(({ kind, name, position, workshopTitle, sessionId }) => (
          <li key={`${kind} ${name} ${position} ${sessionId}`}>
            {words.publish.clash[kind]}.{" "}
            {words.publish.clashLine(
              position + 1,
              name,
              readText(workshopTitle, language)?.text ?? words.publish.otherWorkshop,
            )}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
