import { checkPages } from "./check-pages.ts";
import { studioRound } from "./studio-round.ts";

checkPages([studioRound], ["pl"]);
