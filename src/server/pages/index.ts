import type { Pages } from "../platform/http/page-route.ts";
import { accountRoutes } from "./account-routes.tsx";
import { catalogueRoutes } from "./catalogue-routes.tsx";
import type { PagesDeps } from "./deps.ts";
import { enrolRoutes } from "./enrol-routes.tsx";
import { fileRoutes } from "./file-routes.ts";
import { meRoutes } from "./me-routes.tsx";
import { passwordRoutes } from "./password-routes.tsx";
import { questionnaireRoutes } from "./questionnaire-routes.tsx";
import { renderFailure } from "./render-failure.tsx";
import { createRenderer } from "./renderer.tsx";
import { setupRoutes } from "./setup-routes.tsx";
import { studioRoutes } from "./studio-routes.tsx";

/** Makes the server-rendered site: every page works without scripts, but for answering a questionnaire and the studio. */
export function createPages(given: PagesDeps): Pages {
  const deps = { ...given, renderer: createRenderer(given) };
  return {
    routes: [
      ...setupRoutes(deps),
      ...catalogueRoutes(deps),
      ...enrolRoutes(deps),
      ...questionnaireRoutes(deps),
      ...accountRoutes(deps),
      ...passwordRoutes(deps),
      ...meRoutes(deps),
      ...studioRoutes(deps),
      ...fileRoutes(deps),
    ],
    renderFailure: (failure, reader) => renderFailure(deps.renderer, failure, reader),
  };
}
