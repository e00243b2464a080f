import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { Language } from "../../src/shared/kernel/locale.ts";
import { enrollingMessages } from "../../src/web/i18n/enrolling.ts";
import { mePath } from "../../src/web/public/addresses.ts";
import { bringAxe } from "../accessibility/check-page.ts";
import { describeInBrowser, launchBrowser, openVisitor, type Visitor } from "./browser.ts";
import { mailTo } from "./mailbox.ts";
import { type Server, startServer } from "./server.ts";
import { answerWithReloads, answerWithSecondThoughts } from "./walk/answer.ts";
import { makeQuestionnaire, publishQuestionnaire } from "./walk/make-questionnaire.ts";
import { fillWorkshop, publishWorkshop, startWorkshop } from "./walk/make-workshop.ts";
import { readInStudio } from "./walk/read-messages.ts";
import { exportRows, findNothingShown, readCharts } from "./walk/read-results.ts";
import { stories } from "./walk/story.ts";
import { enterStudio } from "./walk/studio.ts";
import { enrol, findWorkshop, giveSeatBack } from "./walk/take-seats.ts";

vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 });

const seatSubject = { en: "You have a seat", pl: "Masz miejsce" };

describeInBrowser("from an empty studio to an answered questionnaire", () => {
  let server: Server;
  let browser: Browser;
  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  describe.each(stories)("in $language on a $viewport", (story) => {
    const { language, viewport, people, workshop } = story;
    const everyone: Visitor[] = [];
    const visit = async (speaks: Language = language): Promise<Visitor> => {
      const visitor = await openVisitor(browser, server, { language: speaks, viewport });
      everyone.push(visitor);
      return visitor;
    };
    /** Every step needs what the ones before it made. */
    let hasFailed = false;
    const step = (name: string, work: () => Promise<void>) =>
      test(name, async () => {
        if (hasFailed) expect.unreachable("a step before this one failed");
        hasFailed = true;
        await work();
        hasFailed = false;
      });
    let editor: Visitor;
    let first: Visitor;
    let second: Visitor;
    let third: Visitor;
    afterAll(async () => {
      for (const { context } of everyone) await context.close();
    });

    step("an editor makes a workshop, sees what is missing, and publishes both languages", async () => {
      editor = await visit();
      await enterStudio(editor, server.signIn("editor"));
      await startWorkshop(editor);
      await fillWorkshop(editor, story);
      await publishWorkshop(editor);
    });

    step("a visitor finds it by other forms of its words, registers and takes the first seat", async () => {
      const admin = await visit();
      await enterStudio(admin, server.signIn("admin"));
      first = await visit();
      await findWorkshop(first, story);
      const read = (subject: string) => readInStudio(admin, { to: people.first.email, subject });
      await enrol(first, { person: people.first, read, outcome: "confirmed" });
      await mailTo(server, people.first.email, new RegExp(`${seatSubject[language]}: ${workshop.title[language]}`));
    });

    step("a second person takes the last seat, and a third, who speaks the other language, waits", async () => {
      second = await visit();
      await findWorkshop(second, story);
      const mailOf = (address: string) => (subject: string) => mailTo(server, address, new RegExp(subject));
      await enrol(second, { person: people.second, read: mailOf(people.second.email), outcome: "confirmed" });
      third = await visit(language === "en" ? "pl" : "en");
      await findWorkshop(third, story);
      await enrol(third, { person: people.third, read: mailOf(people.third.email), outcome: "waitlisted" });
      await third.page.getByText(enrollingMessages[third.language].position(1)).waitFor();
    });

    step("the first gives the seat back, and the third has it at once", async () => {
      await giveSeatBack(first);
      const subject = `${seatSubject[third.language]}: ${workshop.title[third.language]}`;
      expect(await mailTo(server, people.third.email, new RegExp(subject))).toContain(mePath(third.language));
      await third.page.goto(mePath(third.language));
      await third.page.getByText(enrollingMessages[third.language].states.confirmed.title).waitFor();
    });

    step("the editor adds a questionnaire and publishes it", async () => {
      await makeQuestionnaire(editor);
      await publishQuestionnaire(editor);
    });

    step("both who have a seat answer on a phone: reloads lose nothing, what is hidden is not stored", async () => {
      await answerWithReloads(second);
      await bringAxe(third.context);
      await answerWithSecondThoughts(third);
    });

    step("results of two people stay hidden; those of many come as charts, figures, texts and a file", async () => {
      await findNothingShown(editor);
      await readCharts(editor);
      await exportRows(editor);
    });

    test("nothing that the browser complains about", () => {
      expect(everyone.flatMap(({ complaints }) => complaints)).toEqual([]);
    });
  });
});
