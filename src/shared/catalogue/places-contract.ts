import { z } from "zod";
import { endpoint } from "../kernel/endpoint.ts";
import { Instant } from "../kernel/instant.ts";
import { localisedText } from "../kernel/locale.ts";
import { Facilitator, Location } from "./places.ts";

const tag = "catalogue";

/** The endpoints of what workshops draw on; part of the catalogue's contract. */
export const placesContract = {
  listFacilitators: endpoint({
    id: "listFacilitators",
    method: "GET",
    path: "/api/v1/studio/facilitators",
    summary: "Facilitators by name.",
    tag,
    access: "workshops.readDraft",
    response: z.object({ items: z.array(Facilitator) }),
  }),
  createFacilitator: endpoint({
    id: "createFacilitator",
    method: "POST",
    path: "/api/v1/studio/facilitators",
    summary: "Add a facilitator, linked to a person's account by its address or not.",
    tag,
    access: "places.edit",
    creates: true,
    status: 201,
    body: z.strictObject({
      name: z.string().trim().min(1).max(120),
      email: z.email().max(254).optional(),
      bio: localisedText(2000).default({}),
    }),
    response: Facilitator,
    errors: ["conflict", "not_found"],
  }),
  listLocations: endpoint({
    id: "listLocations",
    method: "GET",
    path: "/api/v1/studio/locations",
    summary: "Locations by name.",
    tag,
    access: "workshops.readDraft",
    response: z.object({ items: z.array(Location) }),
  }),
  createLocation: endpoint({
    id: "createLocation",
    method: "POST",
    path: "/api/v1/studio/locations",
    summary: "Add a location.",
    tag,
    access: "places.edit",
    creates: true,
    status: 201,
    body: z.strictObject({
      name: z.string().trim().min(1).max(160),
      address: z.string().trim().max(300).default(""),
      city: z.string().trim().max(100).default(""),
      availableFrom: Instant.nullable().default(null),
      availableUntil: Instant.nullable().default(null),
    }),
    response: Location,
  }),
};
