import { catalogueContract as contract } from "../../shared/catalogue/contract.ts";
import { AppError } from "../../shared/kernel/error.ts";
import { type Route, route, sharedRoute } from "../platform/http/route.ts";
import { addressTag, tagsOfList, workshopTag } from "./cache.ts";
import { createWorkshop } from "./create-workshop.ts";
import { deleteWorkshop } from "./delete-workshop.ts";
import type { CatalogueDeps } from "./deps.ts";
import { duplicateWorkshop } from "./duplicate-workshop.ts";
import { archiveWorkshop, cancelWorkshop } from "./end-workshop.ts";
import { getChecklist } from "./get-checklist.ts";
import { getDraft } from "./get-draft.ts";
import { getPublicWorkshop } from "./get-public-workshop.ts";
import { listFacilitators, listLocations, listTags } from "./list-places.ts";
import { listStudioWorkshops } from "./list-studio-workshops.ts";
import { listWorkshops } from "./list-workshops.ts";
import { createFacilitator, createLocation } from "./places.ts";
import { publishWorkshop } from "./publish-workshop.ts";
import { listRevisions, restoreRevision } from "./revisions.ts";
import { saveDraft } from "./save-draft.ts";

export function routes(deps: CatalogueDeps): Route[] {
  return [...publicRoutes(deps), ...draftRoutes(deps), ...placeRoutes(deps)];
}

function publicRoutes(deps: CatalogueDeps): Route[] {
  return [
    sharedRoute(
      contract.listWorkshops,
      ({ query }) => listWorkshops(deps, query),
      ({ items }) => tagsOfList(items),
    ),
    sharedRoute(
      contract.getWorkshop,
      async ({ params, query }) => {
        const found = await getPublicWorkshop(deps, params.slug, query.lang);
        if (!found) throw new AppError("not_found", { slug: params.slug });
        return found.workshop;
      },
      ({ id }) => [workshopTag(id), addressTag],
    ),
    sharedRoute(
      contract.listTags,
      () => listTags(deps),
      () => [],
    ),
  ];
}

function draftRoutes(deps: CatalogueDeps): Route[] {
  return [
    route(contract.listStudioWorkshops, ({ actor, query, language }) =>
      listStudioWorkshops(deps, actor, { ...query, language }),
    ),
    route(contract.createWorkshop, ({ actor, body, language }) => createWorkshop(deps, actor, { ...body, language })),
    route(contract.getDraft, ({ actor, params }) => getDraft(deps, actor, params.workshopId)),
    route(contract.saveDraft, ({ actor, params, body, language }) =>
      saveDraft(deps, actor, { ...params, ...body, language }),
    ),
    route(contract.getChecklist, ({ actor, params, query, language }) =>
      getChecklist(deps, actor, { ...params, language: query.language, reader: language }),
    ),
    route(contract.publish, ({ actor, params, body, language }) =>
      publishWorkshop(deps, actor, { ...params, ...body, reader: language }),
    ),
    route(contract.listRevisions, ({ actor, params }) => listRevisions(deps, actor, params.workshopId)),
    route(contract.restoreRevision, ({ actor, params }) => restoreRevision(deps, actor, params)),
    route(contract.archive, ({ actor, params }) => archiveWorkshop(deps, actor, params.workshopId)),
    route(contract.cancel, ({ actor, params }) => cancelWorkshop(deps, actor, params.workshopId)),
    route(contract.duplicate, ({ actor, params }) => duplicateWorkshop(deps, actor, params.workshopId)),
    route(contract.deleteWorkshop, ({ actor, params }) => deleteWorkshop(deps, actor, params.workshopId)),
  ];
}

function placeRoutes(deps: CatalogueDeps): Route[] {
  return [
    route(contract.listFacilitators, ({ actor }) => listFacilitators(deps, actor)),
    route(contract.createFacilitator, ({ actor, body }) => createFacilitator(deps, actor, body)),
    route(contract.listLocations, () => listLocations(deps)),
    route(contract.createLocation, ({ actor, body, language }) => createLocation(deps, actor, { ...body, language })),
  ];
}
