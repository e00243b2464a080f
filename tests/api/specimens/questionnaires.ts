import { questionnaireContent } from "../../../src/server/questionnaires/questionnaire.testing.ts";
import { questionnairesContract as contract } from "../../../src/shared/questionnaires/contract.ts";
import { ofNobody, type Situation, specimen } from "./specimen.ts";
import { addQuestionnaire, addWorkshop } from "./things.ts";

async function of(situation: Situation, status: "draft" | "published" = "draft") {
  const { id } = await addQuestionnaire(situation, status);
  return { params: { questionnaireId: id } };
}

async function forWorkshop(situation: Situation, status: "draft" | "published") {
  const { id } = await addWorkshop(situation, status);
  return { input: { body: { workshopId: id } } };
}

export const questionnaireSpecimens = [
  specimen(contract.getPublished, async (situation) => ({ input: await of(situation, "published") })),
  specimen(contract.getPublished, async (situation) => ({ input: await of(situation) }), { variant: "a draft" }),
  specimen(contract.getVersion, async (situation) => {
    const { id } = await addQuestionnaire(situation, "published");
    return { input: { params: { questionnaireId: id, version: 1 } } };
  }),
  specimen(contract.list, async (situation) => {
    const { id, workshopId } = await addQuestionnaire(situation, "published");
    return { input: { query: { workshopId } }, shows: ({ items }) => items.some((item) => item.id === id) };
  }),
  specimen(contract.create, (situation) => forWorkshop(situation, "draft")),
  specimen(contract.create, (situation) => forWorkshop(situation, "published"), { variant: "a public workshop" }),
  specimen(contract.create, async () => ({ input: { body: {} } }), {
    variant: "without a workshop",
    relations: ofNobody,
  }),
  specimen(contract.getDraft, async (situation) => ({ input: await of(situation) })),
  specimen(contract.getDraft, async (situation) => ({ input: await of(situation, "published") }), {
    variant: "a published one",
  }),
  specimen(contract.saveDraft, async (situation) => ({
    input: { ...(await of(situation)), body: { baseVersion: 1, content: questionnaireContent() } },
  })),
  specimen(contract.getChecklist, async (situation) => ({ input: await of(situation) })),
  specimen(contract.publish, async (situation) => ({
    input: { ...(await of(situation)), body: { version: 1, languages: ["en" as const, "pl" as const] } },
  })),
  specimen(contract.close, async (situation) => ({ input: await of(situation, "published") })),
  specimen(contract.deleteQuestionnaire, async (situation) => ({ input: await of(situation) })),
];
