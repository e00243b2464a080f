import type { Tag } from "../../shared/catalogue/places.ts";
import { type Language, readText } from "../../shared/kernel/locale.ts";
import { Button } from "../design-system/button.tsx";
import { InputField } from "../design-system/text-fields.tsx";
import { programmeMessages } from "../i18n/programme.ts";
import { type ProgrammeQuery, workshopsPath } from "./addresses.ts";

export interface ProgrammeFilterProps {
  language: Language;
  query: ProgrammeQuery;
  tags: readonly Tag[];
}

/** Words and days are a form, tags are links: each choice has its address and works without scripts. */
export function ProgrammeFilter({ language, query, tags }: ProgrammeFilterProps) {
  const words = programmeMessages[language];
  const others = tags.filter(({ kind }) => kind !== "theme");
  const isOtherChosen = others.some(({ code }) => code === query.tag);
  return (
    <search className="programme-filter">
      <form action={workshopsPath(language)} className="programme-form">
        {query.tag && <input type="hidden" name="tag" value={query.tag} />}
        <InputField
          id="q"
          name="q"
          type="search"
          label={words.search}
          defaultValue={query.q}
          maxLength={200}
          enterKeyHint="search"
        />
        <Button type="submit" variant="primary">
          {words.searchButton}
        </Button>
        <details className="programme-days" open={Boolean(query.from || query.to)}>
          <summary>{words.dates}</summary>
          <div className="programme-days-fields">
            <InputField id="from" name="from" type="date" label={words.from} defaultValue={query.from} />
            <InputField id="to" name="to" type="date" label={words.to} defaultValue={query.to} />
          </div>
        </details>
      </form>
      <div className="programme-tags">
        <TagGroup language={language} query={query} tags={tags.filter(({ kind }) => kind === "theme")} />
        <details open={isOtherChosen}>
          <summary>{words.moreTags}</summary>
          <TagGroups language={language} query={query} tags={others} />
        </details>
      </div>
    </search>
  );
}

function TagGroups({ language, query, tags }: ProgrammeFilterProps) {
  const kinds = [...new Set(tags.map(({ kind }) => kind))];
  return kinds.map((kind) => (
    <TagGroup key={kind} language={language} query={query} tags={tags.filter((tag) => tag.kind === kind)} />
  ));
}

function TagGroup({ language, query, tags }: ProgrammeFilterProps) {
  const words = programmeMessages[language];
  const kind = tags[0]?.kind;
  if (!kind) return null;
  return (
    <section aria-labelledby={`tags-${kind}`}>
      <h2 className="programme-tags-title" id={`tags-${kind}`}>
        {words.tagKinds[kind]}
      </h2>
      <ul className={kind === "theme" ? "chips chips-sideways" : "chips"}>
        {kind === "theme" && (
          <Chip href={workshopsPath(language, { ...query, tag: undefined, cursor: undefined })} isCurrent={!query.tag}>
            {words.allThemes}
          </Chip>
        )}
        {tags.map(({ code, name }) => (
          <Chip
            key={code}
            href={workshopsPath(language, { ...query, tag: code, cursor: undefined })}
            isCurrent={query.tag === code}
          >
            {readText(name, language)?.text ?? code}
          </Chip>
        ))}
      </ul>
    </section>
  );
}

function Chip({ href, isCurrent, children }: { href: string; isCurrent: boolean; children: string }) {
  return (
    <li>
      <a className="chip" href={href} aria-current={isCurrent ? "true" : undefined}>
        {children}
      </a>
    </li>
  );
}
