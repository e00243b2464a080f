import type { TestApp } from "../../../src/server/testing/test-app.ts";
import { operationsContract as contract } from "../../../src/shared/operations/contract.ts";
import { ofNobody, specimen } from "./specimen.ts";

/** The name of a message that has been sent. */
async function messageName({ db, features: { mail }, runJobs }: TestApp): Promise<string> {
  const [sent] = await mail.listMessages();
  if (sent) return sent.name;
  await mail.enqueue(db, { to: "somebody@example.org", subject: "Hello", text: "A letter.", language: "en" });
  await runJobs();
  const [first] = await mail.listMessages();
  if (!first) throw new Error("the message was not sent");
  return first.name;
}

export const operationsSpecimens = [
  specimen(contract.getCacheState, async () => ({ input: {} }), { relations: ofNobody }),
  specimen(contract.getHealth, async () => ({ input: {} }), { relations: ofNobody }),
  specimen(contract.listMessages, async () => ({ input: {} }), { relations: ofNobody }),
  specimen(contract.getMessage, async ({ app }) => ({ input: { params: { name: await messageName(app) } } }), {
    relations: ofNobody,
  }),
];
