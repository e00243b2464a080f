import { advance } from "./advance.ts";
import { decideNews, type Manner, type News } from "./decide-news.ts";
import type { Delivery } from "./deliveries.ts";
import { type Finding, matterOf } from "./finding.ts";
import type { AlertRow } from "./tables.ts";

/** What a database that is away is found as. */
const databaseIsAway: Finding = {
  type: "health_check",
  subject: "database",
  severity: "critical",
  value: null,
  threshold: null,
};

/**
 * The one alert that cannot be kept in the database: that it is away. It lives in memory until the database is back,
 * and then goes on there, so that an absence is told once and over once.
 */
export class Outage {
  #known: AlertRow | undefined;
  #isAway = false;
  /** What has not been sent yet. */
  unsent: Delivery[] = [];

  /** A look while the database is away; answers what is to be told. */
  look(manner: Manner): News[] {
    this.#isAway = true;
    const alert = advance(this.#known, databaseIsAway, manner.now);
    const { alerts, news } = decideNews(alert ? [alert] : [], manner);
    this.#known = alerts[0];
    return news;
  }

  /** The alerts as the database has them, with what happened to this one meanwhile. */
  merged(unsettled: AlertRow[]): AlertRow[] {
    const mine = this.#known;
    if (!this.#isAway || mine === undefined) return unsettled;
    const isSame = (row: AlertRow) => row.resolvedAt === null && matterOf(row) === matterOf(mine);
    const kept = unsettled.find(isSame);
    if (!kept) return [...unsettled, mine];
    const { acknowledgedAt } = kept;
    return unsettled.map((row) => (row === kept ? { ...mine, id: kept.id, acknowledgedAt } : row));
  }

  /** After a look that the database kept. */
  remember(alerts: AlertRow[]): void {
    this.#isAway = false;
    const matter = matterOf(databaseIsAway);
    this.#known = alerts.find((row) => row.resolvedAt === null && matterOf(row) === matter);
  }
}
