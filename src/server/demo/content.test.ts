import { expect, test } from "vitest";
import { publishChecklist } from "../../shared/catalogue/publish-checklist.ts";
import { WorkshopContent } from "../../shared/catalogue/workshop.ts";
import { newId } from "../../shared/kernel/id.ts";
import { languages } from "../../shared/kernel/locale.ts";
import { checkContent } from "../../shared/questionnaires/check-content.ts";
import { Answers, QuestionnaireContent } from "../../shared/questionnaires/questionnaire.ts";
import { validateAnswers } from "../../shared/questionnaires/validate-answer.ts";
import { facilitators } from "./facilitators.ts";
import { participants } from "./participants.ts";
import { places } from "./places.ts";
import { feedbackQuestionnaire } from "./questionnaires/feedback.ts";
import { visioningQuestionnaire } from "./questionnaires/visioning.ts";
import { sessionTimes } from "./schedule.ts";
import { feedbackVoices } from "./voices/feedback.ts";
import { visioningVoices } from "./voices/visioning.ts";
import { workshopContent } from "./workshop-content.ts";
import { workshops } from "./workshops.ts";

const now = new Date("2027-01-15T09:00:00Z");
const ids = {
  places: new Map(places.map(({ code }) => [code, newId()])),
  facilitators: new Map(facilitators.map(({ code }) => [code, newId()])),
};
const contents = workshops.map((workshop) => workshopContent(workshop, now, ids));
const visioning = visioningQuestionnaire();
const feedback = feedbackQuestionnaire();

/** Every text anywhere in the value, by the name it stands under. */
function textsOf(value: unknown, name = ""): { name: string; text: string }[] {
  if (typeof value === "string") return [{ name, text: value }];
  if (Array.isArray(value)) return value.flatMap((item) => textsOf(item, name));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => textsOf(item, key));
}

test("each of the twelve workshops is what an editor may save and publish in both languages", () => {
  expect(workshops).toHaveLength(12);
  const facts = { now, locations: [], hasQuestionnaire: true };
  for (const content of contents) {
    expect(WorkshopContent.parse(content)).toEqual(content);
    for (const language of languages) expect(publishChecklist(content, language, facts)).toEqual([]);
  }
});

test("each workshop says all of it in both languages", () => {
  const isWhole = ({ en, pl }: { en: string; pl: string }) => en.length > 0 && pl.length > 0 && en !== pl;
  for (const { title, subtitle, summary, description, objectives, requirements, sessions } of workshops) {
    const about = sessions.flatMap((session) => [session.title, session.description]);
    for (const text of [title, subtitle, summary, description, ...objectives, ...requirements, ...about]) {
      expect(text).toSatisfy(isWhole);
    }
    expect(objectives.length).toBeGreaterThanOrEqual(3);
    expect(objectives.length).toBeLessThanOrEqual(5);
    expect(requirements.length).toBeGreaterThanOrEqual(1);
    expect(sessions.length).toBeGreaterThanOrEqual(2);
  }
});

test("nothing is filler, nothing is said twice, and Polish is set as Polish", () => {
  const long = [workshops, facilitators, places, visioning, feedback, visioningVoices, feedbackVoices]
    .flatMap((part) => textsOf(part))
    .filter(({ text }) => text.length > 40 && !/^[0-9a-f-]{36}$/.test(text));
  expect(long.length).toBeGreaterThan(500);
  expect(new Set(long.map(({ text }) => text)).size).toBe(long.length);
  for (const { name, text } of long) {
    expect(text).not.toMatch(/lorem|ipsum|TODO|tbd/i);
    if (name === "pl") expect(text).not.toMatch(/["“]| - |\.\.\./);
  }
});

test.each(["2026-10-18T22:30:00Z", "2027-01-15T09:00:00Z", "2027-03-14T23:30:00Z"])(
  "seeded at %s, no two sessions ever overlap and each begins at the hour on the wall",
  (seededAt) => {
    const sessions = workshops
      .flatMap((workshop) => workshop.sessions)
      .map((session) => ({ session, ...sessionTimes(new Date(seededAt), session) }))
      .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
    const wall = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/Warsaw", hour: "2-digit", minute: "2-digit" });
    for (const [index, { session, startsAt, endsAt }] of sessions.entries()) {
      expect(wall.format(startsAt)).toBe(session.from);
      expect(wall.format(endsAt)).toBe(session.until);
      expect(startsAt.getTime()).toBeGreaterThan(sessions[index - 1]?.endsAt.getTime() ?? 0);
    }
  },
);

test("the visioning questionnaire asks 23 questions in four sections, with what each kind needs in both languages", () => {
  for (const content of [visioning, feedback]) {
    expect(QuestionnaireContent.parse(content)).toEqual(content);
    expect(checkContent(content, languages)).toEqual([]);
  }
  const questions = visioning.sections.flatMap((section) => section.questions);
  expect(visioning.sections).toHaveLength(4);
  expect(questions).toHaveLength(23);
  const kinds = new Set(questions.map(({ kind }) => kind));
  expect([...kinds].sort()).toEqual(
    ["consent", "long_text", "multiple_choice", "number", "scale", "single_choice", "yes_no"].sort(),
  );
  expect(questions.some(({ showIf }) => showIf !== null)).toBe(true);
});

test.each([
  { name: "visioning", voices: visioningVoices, content: visioning, least: 24 },
  { name: "feedback", voices: feedbackVoices, content: feedback, least: 26 },
])("every response to the $name questionnaire is complete and valid as it stands", ({ voices, content, least }) => {
  expect(voices.length).toBeGreaterThanOrEqual(least);
  for (const { answers } of voices) {
    expect(Answers.parse(answers)).toEqual(answers);
    const validated = validateAnswers(content, answers, { isPartial: false });
    expect(validated.issues).toEqual([]);
    expect(Object.keys(validated.answers).sort()).toEqual(Object.keys(answers).sort());
  }
});

test("about three in five answered in Polish", () => {
  const all = [...visioningVoices, ...feedbackVoices];
  const share = all.filter(({ language }) => language === "pl").length / all.length;
  expect(share).toBeGreaterThan(0.55);
  expect(share).toBeLessThan(0.65);
});

test("there are 120 participants with addresses of their own", () => {
  const people = participants();
  expect(new Set(people.map(({ name }) => name)).size).toBe(120);
  expect(new Set(people.map(({ email }) => email)).size).toBe(120);
  expect(people.every(({ email }) => /^[a-z]+(-[a-z]+)*@example\.org$/.test(email))).toBe(true);
});
