import { controlId } from "./editor-context.ts";

/** Brings a control into sight and focuses it, opening what it is folded into. */
export function goToControl(path: string): void {
  const control = document.getElementById(controlId(path));
  if (!control) return;
  control.closest("details")?.setAttribute("open", "");
  control.scrollIntoView({ block: "center" });
  control.focus({ preventScroll: true });
}
