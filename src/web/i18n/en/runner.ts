import { plural } from "../../../shared/kernel/plural.ts";
import { characters, figure, options } from "../../../shared/questionnaires/sentences/en.ts";
import { formatDay, formatNumber } from "../format.ts";

/** What the runner says to the one who answers. */
export const en = {
  back: "Back",
  next: "Next",
  submit: "Send my answers",
  language: "Language of the questions",
  progress: (page: number, pages: number) => `Part ${page} of ${pages}`,
  question: (n: number) => `Question ${n}`,
  requiredNote: "Questions marked * need an answer.",
  clear: "Clear this answer",
  choose: "Choose…",
  other: "Other – please specify",
  otherText: "In your own words",
  yes: "Yes",
  no: "No",
  stars: (n: number) => `${n} of 5 stars`,
  point: (n: number, meaning: string) => (meaning ? `${n} – ${meaning}` : String(n)),
  npsLeast: "Not at all likely",
  npsMost: "Extremely likely",
  nothingHere: "There are no questions here yet.",
  hints: {
    between: (low: number, high: number) => `From ${figure(low)} to ${figure(high)}`,
    atLeast: (low: number) => `${figure(low)} or more`,
    atMost: (high: number) => `${figure(high)} or less`,
    days: (first: string, last: string) => `From ${formatDay("en", first)} to ${formatDay("en", last)}`,
    firstDay: (first: string) => `${formatDay("en", first)} or later`,
    lastDay: (last: string) => `${formatDay("en", last)} or earlier`,
    choicesBetween: (low: number, high: number) =>
      low === high ? `Choose ${options(low)}` : `Choose ${figure(low)} to ${options(high)}`,
    choicesAtLeast: (low: number) => `Choose at least ${options(low)}`,
    choicesAtMost: (high: number) => `Choose ${options(high)} at most`,
    choicesMany: "Choose as many as you like",
    chosen: (n: number, most: number) => `${figure(n)} of ${figure(most)} chosen`,
    minLength: (n: number) => `At least ${characters(n)}`,
    left: (n: number) => `${characters(n)} left`,
    tooMany: (n: number) => `${characters(n)} too many`,
  },
  saving: {
    idle: "Saved as you go",
    saving: "Saving…",
    saved: (time: string) => `Saved ${time}`,
    offline: "Offline – kept on this device",
    failed: "Not saved yet",
    backOnline: "The connection is back. Your answers are saved.",
  },
  issues: {
    title: (n: number) =>
      `${formatNumber("en", n)} ${plural("en", n, { one: "answer needs", other: "answers need" })} a look`,
  },
  privacy: {
    anonymousTitle: "These answers are anonymous",
    anonymous:
      "We keep what you write and the day on which you send it: no name, no account, no hour. Nobody can look up which answers are yours, unless you write something in them that shows it.",
    anonymousInvited:
      "That you took part is noted on a separate list without your answers, so that nobody answers twice.",
    identifiedTitle: "These answers belong to your account",
    identified:
      "You can go on from another device, and take them back after sending. Whoever evaluates them sees a code instead of your name; figures are only ever about five people or more.",
    device:
      "Until you send them, your answers are also kept in this browser. On a borrowed device, send them before you leave.",
  },
  submitting: {
    title: "Sending your answers…",
    waitingTitle: "No connection yet",
    waiting:
      "Your answers are safe on this device. They will be sent as soon as the connection is back; you can leave this page open.",
    change: "Go back to the answers",
  },
  thanks: {
    title: "Thank you!",
    text: "Your answers have arrived.",
    withdrawTitle: "Changed your mind?",
    withdrawAnonymous:
      "You can take your answers back from this browser, as long as its data has not been cleared. As they are anonymous, nobody else can do it for you.",
    withdrawIdentified: "You can take your answers back at any time; they are then erased.",
    withdraw: "Take my answers back",
    confirmTitle: "Erase what you sent?",
    confirmText: "The answers are erased for good. This cannot be undone.",
    confirm: "Erase my answers",
    keep: "Keep them",
    another: "Answer as another person",
    anotherText:
      "For a shared device: a new, empty questionnaire. The answers that were just sent can then no longer be taken back from here.",
    toWorkshop: "To the workshop",
    toProgramme: "To all workshops",
  },
  withdrawn: {
    title: "Your answers have been erased",
    text: "Nothing of what you wrote is left in the results from the next update on.",
    again: "Answer anew",
  },
  phases: {
    openingText: "The questions are being prepared…",
    closedTitle: "This questionnaire has closed",
    closedText: "It no longer takes answers. What you had sent in full counts; thank you for your time.",
    not_in_audienceTitle: "This questionnaire is for those who take part",
    not_in_audienceText:
      "Your account has no place in this workshop at the moment. If you think it should, write to whoever runs it.",
    answered_beforeTitle: "You have answered already",
    answered_beforeText: "Everyone answers this questionnaire once. Thank you!",
    signInTitle: "Please sign in to answer",
    signInText: "You come straight back here.",
    signInAgainTitle: "Please sign in again",
    signInAgainText:
      "You have been signed out meanwhile. Your answers are kept on this device and will be sent once you are back.",
    signIn: "Sign in",
    register: "Create an account",
    changedTitle: "The questionnaire was changed meanwhile",
    changedText: "Your answers have been carried over. Please look through the questions once more.",
    refusedTitle: "The answers could not be sent",
  },
};
