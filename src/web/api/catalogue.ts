import type { catalogueContract } from "../../shared/catalogue/contract.ts";
import { operation } from "./operation.ts";

export const listWorkshops = operation<typeof catalogueContract.listWorkshops>("GET", "/api/v1/workshops");
export const getWorkshop = operation<typeof catalogueContract.getWorkshop>("GET", "/api/v1/workshops/{slug}");
export const listTags = operation<typeof catalogueContract.listTags>("GET", "/api/v1/tags");
export const listStudioWorkshops = operation<typeof catalogueContract.listStudioWorkshops>(
  "GET",
  "/api/v1/studio/workshops",
);
export const createWorkshop = operation<typeof catalogueContract.createWorkshop>("POST", "/api/v1/studio/workshops");
export const getWorkshopDraft = operation<typeof catalogueContract.getDraft>(
  "GET",
  "/api/v1/studio/workshops/{workshopId}",
);
export const saveWorkshopDraft = operation<typeof catalogueContract.saveDraft>(
  "PATCH",
  "/api/v1/studio/workshops/{workshopId}",
);
export const getPublishChecklist = operation<typeof catalogueContract.getChecklist>(
  "GET",
  "/api/v1/studio/workshops/{workshopId}/checklist",
);
export const publishWorkshop = operation<typeof catalogueContract.publish>(
  "POST",
  "/api/v1/studio/workshops/{workshopId}/publish",
);
export const listWorkshopRevisions = operation<typeof catalogueContract.listRevisions>(
  "GET",
  "/api/v1/studio/workshops/{workshopId}/revisions",
);
export const restoreWorkshopRevision = operation<typeof catalogueContract.restoreRevision>(
  "POST",
  "/api/v1/studio/workshops/{workshopId}/revisions/{number}/restore",
);
export const archiveWorkshop = operation<typeof catalogueContract.archive>(
  "POST",
  "/api/v1/studio/workshops/{workshopId}/archive",
);
export const cancelWorkshop = operation<typeof catalogueContract.cancel>(
  "POST",
  "/api/v1/studio/workshops/{workshopId}/cancel",
);
export const duplicateWorkshop = operation<typeof catalogueContract.duplicate>(
  "POST",
  "/api/v1/studio/workshops/{workshopId}/duplicate",
);
export const deleteWorkshop = operation<typeof catalogueContract.deleteWorkshop>(
  "DELETE",
  "/api/v1/studio/workshops/{workshopId}",
);
export const listFacilitators = operation<typeof catalogueContract.listFacilitators>(
  "GET",
  "/api/v1/studio/facilitators",
);
export const createFacilitator = operation<typeof catalogueContract.createFacilitator>(
  "POST",
  "/api/v1/studio/facilitators",
);
export const listLocations = operation<typeof catalogueContract.listLocations>("GET", "/api/v1/studio/locations");
export const createLocation = operation<typeof catalogueContract.createLocation>("POST", "/api/v1/studio/locations");
