// A popular workshop opens: everybody asks for a seat at the same moment.
import { ask, check } from "../../tests/performance/steps.js";
import { takeJourney } from "./crowd.mjs";
import { createRecord } from "./record.mjs";
import { none } from "./table.mjs";

/** Everybody of the site's people enrols at once in its workshop, which has `seats`. */
export async function runRush({ site, client, seats }) {
  const record = createRecord();
  const statuses = [];
  const startedAt = performance.now();
  await Promise.all(
    site.people.map((cookie) =>
      takeJourney("rush", { steps: takeSeat({ site, cookie, statuses }), client, think: [0, 0], record }),
    ),
  );
  const seconds = (performance.now() - startedAt) / 1000;
  const count = (status) => statuses.filter((one) => one === status).length;
  const { all, failedChecks } = record.summary();
  const waiting = site.people.length - seats;
  const exactly = (what, wanted, found) => ({
    what,
    limit: `exactly ${wanted}`,
    measured: String(found),
    holds: found === wanted,
  });
  const targets = [
    exactly("confirmed", seats, count("confirmed")),
    exactly("waitlisted", waiting, count("waitlisted")),
    none("errors", all.errors + failedChecks),
  ];
  return { record, targets, seconds, perSecond: site.people.length / seconds };
}

function* takeSeat({ site, cookie, statuses }) {
  const path = `/api/v1/me/workshops/${site.workshopId}/enrolment`;
  const { status } = (yield* ask("enrol", `POST ${path}`, { cookie, body: {}, expects: [201] })).json();
  statuses.push(status);
  yield check("enrol: has a seat or a place in line", status === "confirmed" || status === "waitlisted", status);
}
