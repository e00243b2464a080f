import { seal, unseal } from "../../platform/crypto/seal.ts";
import type { Db } from "../../platform/db/database.ts";
import { type Job, job } from "../../platform/jobs/jobs.ts";
import { type Delivery, standsOnQueue } from "./deliveries.ts";
import type { AlertsDeps } from "./deps.ts";
import { type SendDeps, sendDelivery } from "./send-delivery.ts";

const jobName = "alerts.deliver";
/** Time for sending at once what stands on the queue, before the queue tries it too. */
const headStartMs = 60_000;

/** As it waits: sealed, because it names people's addresses. */
interface Sealed {
  sealed: string;
}

type QueueDeps = Pick<AlertsDeps, "jobs"> & SendDeps;

const keyOf = ({ id }: Delivery) => `${jobName} ${id}`;

/** Puts deliveries into the queue, in the caller's transaction: they are sent exactly when the alert is kept. */
export async function enqueueDeliveries(deps: QueueDeps, tx: Db, deliveries: Delivery[]): Promise<void> {
  for (const delivery of deliveries) {
    const payload: Sealed = { sealed: seal(deps.settings.APP_SECRET, jobName, JSON.stringify(delivery)) };
    const later = new Date(deps.clock.now().getTime() + headStartMs);
    const runAt = standsOnQueue(delivery) ? { runAt: later } : {};
    await deps.jobs.add(tx, { name: jobName, payload, key: keyOf(delivery), ...runAt });
  }
}

/** Sends at once and takes it out of the queue. What cannot be sent stays there and is tried again under the same id. */
export async function sendAhead(deps: QueueDeps & Pick<AlertsDeps, "db" | "log">, delivery: Delivery): Promise<void> {
  try {
    await sendDelivery(deps, delivery);
  } catch (error) {
    deps.log.warn({ error, delivery: delivery.id }, "an alert could not be sent at once; the queue tries it again");
    return;
  }
  await deps.jobs.remove(deps.db, keyOf(delivery));
}

export function deliveryJob(deps: SendDeps): Job {
  return job(jobName, ({ sealed }: Sealed) =>
    sendDelivery(deps, JSON.parse(unseal(deps.settings.APP_SECRET, jobName, sealed)) as Delivery),
  );
}
