import { enrolmentContract } from "../../shared/enrolment/contract.ts";
import { newId } from "../../shared/kernel/id.ts";
import { questionnairesContract } from "../../shared/questionnaires/contract.ts";
import { responsesContract } from "../../shared/responses/contract.ts";
import { questionnaireContent } from "../questionnaires/questionnaire.testing.ts";
import { publishedWorkshop } from "../testing/published-workshop.ts";
import type { TestApp } from "../testing/test-app.ts";
import { addLocation, sessionIn } from "../testing/test-workshops.ts";

export type SignedIn = Awaited<ReturnType<TestApp["as"]>>;

/** Workshops on following days from the 16th on, each with a questionnaire; the guest is enrolled and has begun to answer. */
export async function filledSite(app: TestApp, workshops: number): Promise<{ editor: SignedIn; guest: SignedIn }> {
  const [editor, guest] = [await app.as("editor"), await app.as("participant")];
  const locationId = await addLocation(app.db);
  for (let day = 1; day <= workshops; day++) {
    const title = { en: `Workshop ${day}`, pl: `Warsztat ${day}` };
    const changes = { title, sessions: [sessionIn(24 * day, { locationId })] };
    const { id } = await publishedWorkshop(app, editor, { changes });
    await guest.ok(enrolmentContract.enrol, { params: { workshopId: id } });
    await answeredQuestionnaire({ editor, guest }, id);
  }
  return { editor, guest };
}

async function answeredQuestionnaire(
  { editor, guest }: { editor: SignedIn; guest: SignedIn },
  workshopId: string,
): Promise<void> {
  const body = { workshopId, content: questionnaireContent() };
  const { id: questionnaireId, version } = await editor.ok(questionnairesContract.create, { body });
  await editor.ok(questionnairesContract.publish, {
    params: { questionnaireId },
    body: { languages: ["en", "pl"], version },
  });
  await guest.ok(responsesContract.saveResponse, {
    params: { questionnaireId, responseId: newId() },
    body: { version: 1, language: "en", answers: { first: true }, baseRevision: 0 },
  });
}
