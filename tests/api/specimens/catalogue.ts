import { sql } from "../../../src/server/platform/db/sql.ts";
import { sessionIn } from "../../../src/server/testing/test-workshops.ts";
import { catalogueContract as contract } from "../../../src/shared/catalogue/contract.ts";
import { ofNobody, type Situation, specimen } from "./specimen.ts";
import { addWorkshop } from "./things.ts";

const named = { name: "Somebody or something" };

async function ofDraft(situation: Situation) {
  const { id } = await addWorkshop(situation);
  return { params: { workshopId: id } };
}

async function addRevision({ app }: Situation, workshopId: string): Promise<void> {
  await app.db.run(sql`
    insert into workshop_revisions (workshop_id, number, language, content, draft_version)
    select workshop_id, 1, 'en', content || '{"capacity": 7}', 1 from workshop_drafts where workshop_id = ${workshopId}::uuid`);
}

const reading = [
  specimen(contract.listWorkshops, async () => ({ input: {} }), { relations: ofNobody }),
  specimen(contract.getWorkshop, async (situation) => {
    const { slug } = await addWorkshop(situation, "published");
    return { input: { params: { slug } } };
  }),
  specimen(
    contract.getWorkshop,
    async (situation) => {
      const { id, slug } = await addWorkshop(situation);
      await situation.app.db.run(sql`update workshops set slug_en = ${slug} where id = ${id}::uuid`);
      return { input: { params: { slug } } };
    },
    { variant: "a draft" },
  ),
  specimen(contract.listTags, async () => ({ input: {} }), { relations: ofNobody }),
  specimen(contract.listStudioWorkshops, async (situation) => {
    const { id } = await addWorkshop(situation, "published");
    return { input: { query: { q: id } }, shows: ({ items }) => items.some((item) => item.id === id) };
  }),
  specimen(contract.getDraft, async (situation) => ({ input: await ofDraft(situation) })),
  specimen(
    contract.getDraft,
    async (situation) => {
      const { id } = await addWorkshop(situation, "published");
      return { input: { params: { workshopId: id } } };
    },
    { variant: "a public workshop" },
  ),
  specimen(contract.getChecklist, async (situation) => ({
    input: { ...(await ofDraft(situation)), query: { language: "en" as const } },
  })),
  specimen(contract.listRevisions, async (situation) => ({ input: await ofDraft(situation) })),
  specimen(contract.listFacilitators, async () => ({ input: {} }), { relations: ofNobody }),
  specimen(contract.listLocations, async () => ({ input: {} }), { relations: ofNobody }),
];

const changing = [
  specimen(contract.createWorkshop, async () => ({ input: { body: { content: { title: { en: "New" } } } } }), {
    relations: ofNobody,
  }),
  specimen(contract.saveDraft, async (situation) => ({
    input: {
      ...(await ofDraft(situation)),
      body: { baseVersion: 1, changes: { title: { en: "Renamed" }, sessions: [sessionIn(300)] } },
    },
  })),
  specimen(
    contract.saveDraft,
    async (situation) => ({
      input: { ...(await ofDraft(situation)), body: { baseVersion: 1, changes: { sessions: [sessionIn(300)] } } },
    }),
    { variant: "sessions" },
  ),
  specimen(contract.publish, async (situation) => ({
    input: { ...(await ofDraft(situation)), body: { language: "en" as const, version: 1 } },
  })),
  specimen(contract.restoreRevision, async (situation) => {
    const { id } = await addWorkshop(situation);
    await addRevision(situation, id);
    return { input: { params: { workshopId: id, number: 1 } } };
  }),
  specimen(contract.archive, async (situation) => {
    const { id } = await addWorkshop(situation, "published");
    return { input: { params: { workshopId: id } } };
  }),
  specimen(contract.cancel, async (situation) => ({ input: await ofDraft(situation) })),
  specimen(contract.duplicate, async (situation) => ({ input: await ofDraft(situation) })),
  specimen(contract.deleteWorkshop, async (situation) => ({ input: await ofDraft(situation) })),
  specimen(contract.createFacilitator, async () => ({ input: { body: named } }), { relations: ofNobody }),
  specimen(contract.createLocation, async () => ({ input: { body: named } }), { relations: ofNobody }),
];

export const catalogueSpecimens = [...reading, ...changing];
