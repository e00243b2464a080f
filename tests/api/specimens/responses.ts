import { analysisContract } from "../../../src/shared/analysis/contract.ts";
import { newId } from "../../../src/shared/kernel/id.ts";
import { responsesContract as contract } from "../../../src/shared/responses/contract.ts";
import { ofNobody, ofOneself, ownerOf, type Situation, specimen } from "./specimen.ts";
import { addEnrolment, addQuestionnaire, addResponse, answers } from "./things.ts";

const saving = (baseRevision: number) => ({ version: 1, language: "en" as const, answers, baseRevision });
const submitting = { version: 1, language: "en" as const, answers };

/** A response of the caller or of somebody else, to a questionnaire that the caller may answer. */
async function identified(situation: Situation, status: "draft" | "submitted") {
  const stranger = { ...situation, relation: "other" as const };
  const questionnaire = await addQuestionnaire(stranger, "published");
  const { personId } = situation.caller;
  if (personId) await addEnrolment(situation, questionnaire.workshopId, { participantId: personId });
  const respondentId = ownerOf(situation);
  const responseId = await addResponse(situation, questionnaire.id, { respondentId, status });
  return { params: { questionnaireId: questionnaire.id, responseId } };
}

/** The id of a response to a questionnaire that anybody may answer without a name. */
async function nameless(situation: Situation, state: "unbegun" | "draft" | "submitted") {
  const open = { identityMode: "anonymous", audience: "anyone" } as const;
  const { id } = await addQuestionnaire({ ...situation, relation: "other" }, "published", open);
  const params = { questionnaireId: id, responseId: newId() };
  const { anonymous } = situation.app;
  if (state === "draft") await anonymous.ok(contract.saveResponse, { params, body: saving(0) });
  if (state === "submitted") await anonymous.ok(contract.submitResponse, { params, body: submitting });
  return { params };
}

/** A new response to a questionnaire for those who have a seat, by somebody who has none. */
async function withoutPlace(situation: Situation) {
  const { id } = await addQuestionnaire({ ...situation, relation: "other" }, "published");
  return { params: { questionnaireId: id, responseId: newId() } };
}

async function answered(situation: Situation) {
  const { id } = await addQuestionnaire(situation, "published");
  for (let i = 0; i < 5; i++) await addResponse(situation, id, { respondentId: null, status: "submitted" });
  return { input: { params: { questionnaireId: id } } };
}

const own = { relations: ofOneself };
const byId = { variant: "an anonymous one", relations: ofNobody };
const outside = { variant: "without a place", relations: ofNobody };

export const responseSpecimens = [
  specimen(
    contract.getMyResponse,
    async (situation) => {
      const { questionnaireId, responseId } = (await identified(situation, "draft")).params;
      return { input: { params: { questionnaireId } }, shows: ({ response }) => response?.id === responseId };
    },
    own,
  ),
  specimen(
    contract.listMyResponses,
    async (situation) => {
      const { responseId } = (await identified(situation, "submitted")).params;
      return { input: {}, shows: ({ items }) => items.some((item) => item.id === responseId) };
    },
    own,
  ),
  specimen(contract.getResponse, async (situation) => ({ input: await identified(situation, "submitted") }), own),
  specimen(
    contract.saveResponse,
    async (situation) => ({ input: { ...(await identified(situation, "draft")), body: saving(1) } }),
    own,
  ),
  specimen(
    contract.submitResponse,
    async (situation) => ({ input: { ...(await identified(situation, "draft")), body: submitting } }),
    own,
  ),
  specimen(contract.withdrawResponse, async (situation) => ({ input: await identified(situation, "submitted") }), own),
  specimen(contract.getResponse, async (situation) => ({ input: await nameless(situation, "draft") }), byId),
  specimen(
    contract.saveResponse,
    async (situation) => ({ input: { ...(await nameless(situation, "unbegun")), body: saving(0) } }),
    byId,
  ),
  specimen(
    contract.submitResponse,
    async (situation) => ({ input: { ...(await nameless(situation, "draft")), body: submitting } }),
    byId,
  ),
  specimen(contract.withdrawResponse, async (situation) => ({ input: await nameless(situation, "submitted") }), byId),
  specimen(
    contract.saveResponse,
    async (situation) => ({ input: { ...(await withoutPlace(situation)), body: saving(0) } }),
    outside,
  ),
  specimen(
    contract.submitResponse,
    async (situation) => ({ input: { ...(await withoutPlace(situation)), body: submitting } }),
    outside,
  ),
];

export const analysisSpecimens = [
  specimen(analysisContract.getResults, answered),
  specimen(analysisContract.exportRows, answered),
];
