import { enrolmentContract as contract, type EnrolmentStatus } from "../../../src/shared/enrolment/contract.ts";
import { ofOneself, ownerOf, type Situation, specimen } from "./specimen.ts";
import { addEnrolment, addWorkshop } from "./things.ts";

/** An enrolment of the caller's own, or of somebody else, in a workshop that has nothing to do with the caller. */
async function ownEnrolment(situation: Situation, status: EnrolmentStatus = "confirmed") {
  const workshop = await addWorkshop({ ...situation, relation: "other" }, "published");
  const id = await addEnrolment(situation, workshop.id, { status, participantId: ownerOf(situation) });
  return { id, workshopId: workshop.id, input: { params: { enrolmentId: id } } };
}

/** Somebody's enrolment in a workshop in the caller's relation to it. */
async function enrolmentToRun(situation: Situation, status: EnrolmentStatus) {
  const { id: workshopId } = await addWorkshop(situation, "published");
  const participantId = situation.strangerId;
  return { input: { params: { enrolmentId: await addEnrolment(situation, workshopId, { status, participantId }) } } };
}

async function lineOf(situation: Situation, status: "published" | "archived") {
  const { id: workshopId } = await addWorkshop(situation, status);
  await addEnrolment(situation, workshopId, { participantId: situation.strangerId });
  return { input: { params: { workshopId } }, shows: ({ total }: { total: number }) => total === 1 };
}

const ownThings = [
  specimen(contract.enrol, async (situation) => {
    const { id } = await addWorkshop(situation, "published");
    return { input: { params: { workshopId: id }, body: { isConfirmed: true } } };
  }),
  specimen(
    contract.getMyEnrolment,
    async (situation) => {
      const { id, workshopId } = await ownEnrolment(situation);
      return { input: { params: { workshopId } }, shows: ({ enrolment }) => enrolment?.id === id };
    },
    { relations: ofOneself },
  ),
  specimen(
    contract.listMyEnrolments,
    async (situation) => {
      const { id } = await ownEnrolment(situation);
      return { input: {}, shows: ({ items }) => items.some((item) => item.id === id) };
    },
    { relations: ofOneself },
  ),
  specimen(contract.cancelEnrolment, (situation) => ownEnrolment(situation), { relations: ofOneself }),
  specimen(contract.acceptOffer, (situation) => ownEnrolment(situation, "offered"), { relations: ofOneself }),
  specimen(contract.declineOffer, (situation) => ownEnrolment(situation, "offered"), { relations: ofOneself }),
];

const running = [
  specimen(contract.listWorkshopEnrolments, (situation) => lineOf(situation, "published")),
  specimen(contract.listWorkshopEnrolments, (situation) => lineOf(situation, "archived"), {
    variant: "an archived workshop",
  }),
  specimen(contract.confirmEnrolment, (situation) => enrolmentToRun(situation, "pending")),
  specimen(contract.declineEnrolment, (situation) => enrolmentToRun(situation, "pending")),
  specimen(contract.removeEnrolment, (situation) => enrolmentToRun(situation, "confirmed")),
];

export const enrolmentSpecimens = [...ownThings, ...running];
