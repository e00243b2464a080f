import type { PublicWorkshop, WorkshopCard } from "../../shared/catalogue/workshop.ts";
import { AppError } from "../../shared/kernel/error.ts";
import type { Language } from "../../shared/kernel/locale.ts";
import type { PublishedQuestionnaire } from "../../shared/questionnaires/questionnaire.ts";
import { Batch } from "../platform/db/batch.ts";
import type { GraphqlContext } from "../platform/http/graphql/graphql-api.ts";
import type { GraphqlDeps } from "./deps.ts";

/** What the resolvers of one request share: who asks, and what they read together. */
export class Context implements GraphqlContext {
  readonly actor: GraphqlContext["actor"];
  readonly language: Language;
  readonly #workshops: Record<Language, Batch<string, PublicWorkshop>>;
  readonly #questionnaires: Batch<string, PublishedQuestionnaire>;
  readonly #languages = new Map<WorkshopCard, Language>();

  constructor({ catalogue, questionnaires }: GraphqlDeps, { actor, language }: GraphqlContext) {
    this.actor = actor;
    this.language = language;
    this.#workshops = {
      en: new Batch((ids) => catalogue.publicWorkshopsByIds(ids, "en")),
      pl: new Batch((ids) => catalogue.publicWorkshopsByIds(ids, "pl")),
    };
    this.#questionnaires = new Batch((ids) => questionnaires.publishedByIds(ids));
  }

  /** Remembers in which language a list was asked for, since a card does not say. */
  listed(cards: readonly WorkshopCard[], language: Language): void {
    for (const card of cards) this.#languages.set(card, language);
  }

  /** The public page of a workshop, if it has one. */
  publicWorkshop(id: string, language: Language): Promise<PublicWorkshop | undefined> {
    return this.#workshops[language].load(id);
  }

  /** All of a workshop whose card is known. @throws {AppError} not_found when it left the site in the meantime */
  async detailsOf(card: WorkshopCard): Promise<PublicWorkshop> {
    const workshop = await this.publicWorkshop(card.id, this.#languages.get(card) ?? this.language);
    if (!workshop) throw new AppError("not_found", { slug: card.slug });
    return workshop;
  }

  /** A questionnaire as it is published now, if it is. */
  questionnaire(id: string): Promise<PublishedQuestionnaire | undefined> {
    return this.#questionnaires.load(id);
  }
}
