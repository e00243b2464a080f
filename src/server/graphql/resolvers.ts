import type { z } from "zod";
import { catalogueContract } from "../../shared/catalogue/contract.ts";
import type { PublicWorkshop, WorkshopCard } from "../../shared/catalogue/workshop.ts";
import { enrolmentContract, type MyEnrolment } from "../../shared/enrolment/contract.ts";
import { AppError } from "../../shared/kernel/error.ts";
import type { Language } from "../../shared/kernel/locale.ts";
import { questionnairesContract } from "../../shared/questionnaires/contract.ts";
import type { PublishedQuestionnaire } from "../../shared/questionnaires/questionnaire.ts";
import { type Response, responsesContract } from "../../shared/responses/contract.ts";
import { requirePerson } from "../platform/authz/actor.ts";
import type { Resolver } from "../platform/http/graphql/graphql-api.ts";
import { validated } from "../platform/http/validate.ts";
import type { Context } from "./context.ts";
import type { GraphqlDeps } from "./deps.ts";

type Fields = Record<string, Resolver>;

/** How every field is found that is not just a property. Arguments pass the contracts that REST's do. */
export function resolversOf(deps: GraphqlDeps): Record<string, Fields> {
  return {
    Query: queryFields(deps),
    Me: meFields(deps),
    Workshop: workshopFields,
    EnrolledWorkshop: enrolledWorkshopFields,
    Response: responseFields,
    Questionnaire: questionnaireFields,
  };
}

function queryFields({ identity, catalogue, questionnaires }: GraphqlDeps): Fields {
  return {
    async workshops(_root: unknown, given: object, context: Context) {
      const query = checked(catalogueContract.listWorkshops.query, given, context);
      const page = await catalogue.listWorkshops(query);
      context.listed(page.items, query.lang);
      return page;
    },
    async workshop(_root: unknown, { slug: asked, ...rest }: { slug: string }, context: Context) {
      const { slug } = checked(catalogueContract.getWorkshop.params, { slug: asked }, context);
      const { lang } = checked(catalogueContract.getWorkshop.query, rest, context);
      const found = await catalogue.getPublicWorkshop(slug, lang);
      if (!found) throw new AppError("not_found", { slug });
      return found.workshop;
    },
    tags: async () => (await catalogue.listTags()).items,
    questionnaire(_root: unknown, { id }: { id: string }, context: Context) {
      const params = checked(questionnairesContract.getPublished.params, { questionnaireId: id }, context);
      return questionnaires.getPublished(params.questionnaireId);
    },
    me: (_root: unknown, _given: object, { actor }: Context) => identity.account.getProfile({ actor }),
  };
}

function meFields({ enrolment, responses }: GraphqlDeps): Fields {
  return {
    async enrolments(_me: unknown, given: object, context: Context) {
      const query = checked(enrolmentContract.listMyEnrolments.query, given, context);
      const page = await enrolment.listMyEnrolments(requirePerson(context.actor), query);
      return { ...page, items: page.items.map((item) => inLanguage(item, query.lang)) };
    },
    responses(_me: unknown, given: object, context: Context) {
      const query = checked(responsesContract.listMyResponses.query, given, context);
      return responses.listMyResponses(requirePerson(context.actor), { ...query, language: context.language });
    },
  };
}

/** What a card does not carry; a workshop that was asked for alone has it all. */
const beyondTheCard = [
  "status",
  "slugs",
  "subtitle",
  "description",
  "objectives",
  "requirements",
  "needsApproval",
  "facilitatorProfiles",
  "location",
  "sessions",
  "publishedAt",
  "updatedAt",
] as const satisfies (keyof PublicWorkshop)[];

const workshopFields: Fields = Object.fromEntries(
  beyondTheCard.map((field) => [
    field,
    (workshop: WorkshopCard | PublicWorkshop, _given: object, context: Context) =>
      field in workshop
        ? (workshop as PublicWorkshop)[field]
        : context.detailsOf(workshop).then((details) => details[field]),
  ]),
);

type EnrolledWorkshop = MyEnrolment["workshop"] & { workshopId: string; language: Language };

function inLanguage(enrolment: MyEnrolment, language: Language): MyEnrolment & { workshop: EnrolledWorkshop } {
  return { ...enrolment, workshop: { ...enrolment.workshop, workshopId: enrolment.workshopId, language } };
}

const enrolledWorkshopFields: Fields = {
  page: ({ workshopId, language }: EnrolledWorkshop, _given: object, context: Context) =>
    context.publicWorkshop(workshopId, language),
};

const responseFields: Fields = {
  questionnaire: ({ questionnaireId }: Response, _given: object, context: Context) =>
    context.questionnaire(questionnaireId),
};

const questionnaireFields: Fields = {
  title: ({ content }: PublishedQuestionnaire) => content.title,
  introduction: ({ content }: PublishedQuestionnaire) => content.introduction,
  thanks: ({ content }: PublishedQuestionnaire) => content.thanks,
  sections: ({ content }: PublishedQuestionnaire) => content.sections,
};

/** Arguments as the contract reads them; null counts as not given. @throws {AppError} invalid_input */
function checked<Schema extends z.ZodType>(
  schema: Schema | undefined,
  given: object,
  { language }: Context,
): z.output<Schema> {
  if (!schema) throw new Error("a contract without what it is asked for");
  const present = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null));
  return validated(schema, present, language) as z.output<Schema>;
}
