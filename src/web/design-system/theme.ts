/** What a reader can choose; "system" is the absence of a choice. */
export const themeChoices = ["system", "light", "dark"] as const;
export type ThemeChoice = (typeof themeChoices)[number];

const storageKey = "theme";

/** Inline this in <head> (its hash goes into the Content-Security-Policy): the page is painted in the chosen theme at once. */
export const themeBootScript = `try{const t=localStorage.getItem("${storageKey}");if(t==="light"||t==="dark")document.documentElement.dataset.theme=t}catch{}`;

const chosenTheme = (): ThemeChoice => {
  const theme = document.documentElement.dataset.theme;
  return theme === "light" || theme === "dark" ? theme : "system";
};

function chooseTheme(choice: ThemeChoice): void {
  const root = document.documentElement;
  if (choice === "system") delete root.dataset.theme;
  else root.dataset.theme = choice;
  try {
    if (choice === "system") localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, choice);
  } catch {
    // Storage may be forbidden; the choice then lasts as long as the page.
  }
}

/** Answers every theme switch inside `root`, those rendered later too. Returns a function that stops it. */
export function startThemeSwitches(root: Document | HTMLElement): () => void {
  const mark = () => {
    const chosen = chosenTheme();
    for (const button of root.querySelectorAll<HTMLElement>("[data-theme-choice]")) {
      button.setAttribute("aria-pressed", String(button.dataset.themeChoice === chosen));
    }
  };
  const choose = (event: Event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-theme-choice]") : null;
    const choice = themeChoices.find((each) => each === button?.dataset.themeChoice);
    if (!choice) return;
    chooseTheme(choice);
    mark();
  };
  mark();
  root.addEventListener("click", choose);
  return () => root.removeEventListener("click", choose);
}
