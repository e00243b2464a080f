import { plural } from "../../../shared/kernel/plural.ts";
import { formatNumber } from "../format.ts";

export const en = {
  questionnaire: "Questionnaire",
  questions: (n: number) => `${formatNumber("en", n)} ${plural("en", n, { one: "question", other: "questions" })}`,
  anonymous: "Anonymous: your name is not kept with the answers.",
  identified: "Linked to your account; results are shown only for groups of five people or more.",
  until: (moment: string) => `Open until ${moment}`,
  noScript:
    "Answering needs JavaScript, so that nothing you write is lost on the way. Below you can read all the questions.",
  notYet: (moment: string) => `This questionnaire opens on ${moment}.`,
  closed: "This questionnaire is closed. Thank you to everyone who answered.",
  signInTitle: "Please sign in to answer",
  signInText: "This questionnaire is for people with an account. After signing in you come straight back here.",
  otherLanguage: { en: "This questionnaire is in English only.", pl: "This questionnaire is in Polish only." },
};
