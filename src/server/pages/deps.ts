import type { Catalogue } from "../catalogue/index.ts";
import type { Enrolment } from "../enrolment/index.ts";
import type { Identity } from "../identity/index.ts";
import type { Assets } from "../platform/http/asset-manifest.ts";
import type { Clock } from "../platform/time/clock.ts";
import type { Questionnaires } from "../questionnaires/index.ts";
import type { Responses } from "../responses/index.ts";
import type { Renderer } from "./renderer.tsx";

/** What the pages are made from. */
export interface PagesDeps {
  identity: Identity;
  catalogue: Catalogue;
  enrolment: Enrolment;
  questionnaires: Questionnaires;
  responses: Responses;
  /** Whether mail leaves the machine; the pages tell people where to look for it. */
  mail: { isDelivering: boolean };
  assets: Assets;
  publicUrl: string;
  clock: Clock;
}

/** The same, with the renderer that the pages share. */
export interface PageDeps extends PagesDeps {
  renderer: Renderer;
}
