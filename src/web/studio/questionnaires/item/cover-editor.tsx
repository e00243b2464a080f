import { useBuilder } from "../builder-context.ts";
import { TextPair } from "./text-pair.tsx";

/** What stands before the first question. */
export function CoverEditor() {
  const { words, content, edit } = useBuilder();
  return (
    <div className="builder-item">
      <h2>{words.cover}</h2>
      <TextPair
        path="title"
        label={words.fields.title}
        text={content.title}
        onChange={(title, at) => edit({ ...content, title }, at)}
        maxLength={200}
      />
      <TextPair
        path="introduction"
        label={words.fields.introduction}
        hint={words.fields.introductionHint}
        text={content.introduction}
        onChange={(introduction, at) => edit({ ...content, introduction }, at)}
        maxLength={3000}
        isLong
      />
    </div>
  );
}

/** What is read after sending. */
export function ThanksEditor() {
  const { words, content, edit } = useBuilder();
  return (
    <div className="builder-item">
      <h2>{words.thanks}</h2>
      <TextPair
        path="thanks"
        label={words.fields.thanks}
        hint={words.fields.thanksHint}
        text={content.thanks}
        onChange={(thanks, at) => edit({ ...content, thanks }, at)}
        maxLength={1000}
        isLong
      />
    </div>
  );
}
