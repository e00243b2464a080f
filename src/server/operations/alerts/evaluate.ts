import { AppError } from "../../../shared/kernel/error.ts";
import type { Tx } from "../../platform/db/database.ts";
import { CertificateWatch } from "./certificate.ts";
import type { Manner } from "./decide-news.ts";
import { type Delivery, deliveriesOf, standsOnQueue } from "./deliveries.ts";
import { enqueueDeliveries, sendAhead } from "./delivery-queue.ts";
import type { AlertsDeps } from "./deps.ts";
import type { Finding } from "./finding.ts";
import { Outage } from "./outage.ts";
import { deleteAlerts, lockRounds, saveAlert, selectUnsettled } from "./queries.ts";
import { quietHours } from "./quiet-hours.ts";
import { nextRound } from "./round.ts";
import { findBroken } from "./rules.ts";
import { sendDelivery } from "./send-delivery.ts";

/** Looks once at everything: raises, updates and resolves alerts, and sees to it that the right people hear of it. */
export function createEvaluation(deps: AlertsDeps): () => Promise<void> {
  const certificate = new CertificateWatch(deps.settings.PUBLIC_URL, deps.clock);
  const outage = new Outage();
  const { ALERT_QUIET_HOURS: hours, ALERT_TIME_ZONE: timeZone, ALERT_REMIND_HOURS: remindHours } = deps.settings;
  const isQuietAt = quietHours({ hours, timeZone });
  return async () => {
    const findings = await look(deps, certificate);
    const now = deps.clock.now();
    const manner: Manner = { now, isQuiet: isQuietAt(now), remindHours };
    try {
      const deliveries = await deps.db.transaction((tx) => keepRound(deps, tx, { findings, manner, outage }));
      for (const delivery of deliveries.filter(standsOnQueue)) await sendAhead(deps, delivery);
    } catch (error) {
      if (!(error instanceof AppError && error.code === "unavailable")) throw error;
      outage.unsent.push(...deliveriesOf(outage.look(manner), manner.now, deps.settings));
    }
    await sendUnsent(deps, outage);
  };
}

async function look({ clock, metrics, health, log, settings }: AlertsDeps, certificate: CertificateWatch) {
  const readings = await metrics.readings().catch((error: unknown) => {
    log.warn({ error }, "the rules of alerts have no readings");
    return null;
  });
  const seen = { at: clock.now(), readings, health: health.report(), certificate: await certificate.look() };
  return findBroken(seen, settings);
}

interface Look {
  findings: Finding[];
  manner: Manner;
  outage: Outage;
}

/** Several processes may look at the same time: each waits for the one before, and sees what that one wrote. */
async function keepRound(deps: AlertsDeps, tx: Tx, { findings, manner, outage }: Look): Promise<Delivery[]> {
  await lockRounds(tx);
  const unsettled = outage.merged(await selectUnsettled(tx));
  const { alerts, forgotten, news } = nextRound(unsettled, findings, manner);
  await deleteAlerts(tx, forgotten);
  for (const alert of alerts) await saveAlert(tx, alert);
  const deliveries = deliveriesOf(news, manner.now, deps.settings);
  await enqueueDeliveries(deps, tx, deliveries);
  tx.afterCommit(() => outage.remember(alerts));
  return deliveries;
}

/** What was to be told while the database was away, until the receiver takes it. */
async function sendUnsent(deps: AlertsDeps, outage: Outage): Promise<void> {
  for (const delivery of outage.unsent.splice(0)) {
    await sendDelivery(deps, delivery).catch((error: unknown) => {
      deps.log.warn({ error, delivery: delivery.id }, "an alert could not be sent; it is tried again at the next look");
      outage.unsent.push(delivery);
    });
  }
}
