import { catalogueContract } from "../../shared/catalogue/contract.ts";
import type { WorkshopChanges } from "../../shared/catalogue/workshop.ts";
import type { Language } from "../../shared/kernel/locale.ts";
import type { Client } from "./client.ts";
import type { TestApp } from "./test-app.ts";
import { addFacilitator, readyContent } from "./test-workshops.ts";

/** A workshop of the editor's that everybody can see, through the front door. */
export async function publishedWorkshop(
  app: TestApp,
  editor: Client,
  { changes = {}, languages = ["en", "pl"] }: { changes?: WorkshopChanges; languages?: Language[] } = {},
) {
  const facilitatorId = await addFacilitator(app.db);
  const content = readyContent({ facilitators: [{ facilitatorId, part: "lead" }], ...changes });
  const draft = await editor.ok(catalogueContract.createWorkshop, { body: { content } });
  let published = draft;
  for (const language of languages) {
    const params = { workshopId: draft.id };
    published = await editor.ok(catalogueContract.publish, { params, body: { language, version: draft.version } });
  }
  return published;
}
