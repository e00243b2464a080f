export interface SaveStateProps {
  state: "saved" | "saving" | "offline" | "failed";
  /** Such as "Saved 12:04". */
  text: string;
}

/** Says quietly how the automatic saving goes. */
export function SaveState({ state, text }: SaveStateProps) {
  return (
    <output className={`save-state save-state-${state}`} aria-live={state === "failed" ? "assertive" : "polite"}>
      {text}
    </output>
  );
}
