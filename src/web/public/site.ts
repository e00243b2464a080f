import "../design-system/public.css";
import "./css/frame.css";
import "./css/workshop-card.css";
import "./css/home.css";
import "./css/programme.css";
import "./css/workshop.css";
import "./css/forms.css";
import "./css/me.css";
import "./css/questionnaire.css";
import "./css/print.css";
import { startThemeSwitches } from "../design-system/theme.ts";

startThemeSwitches(document);

// A refused form comes back as a new page: its list of what to change is where reading goes on.
document.querySelector<HTMLElement>(".error-summary")?.focus();
