import type { Catalogue } from "../catalogue/index.ts";
import type { Enrolment } from "../enrolment/index.ts";
import type { Identity } from "../identity/index.ts";
import type { Questionnaires } from "../questionnaires/index.ts";
import type { Responses } from "../responses/index.ts";

/** The doors that queries ask. */
export interface GraphqlDeps {
  identity: Pick<Identity, "account">;
  catalogue: Catalogue;
  enrolment: Enrolment;
  questionnaires: Questionnaires;
  responses: Responses;
}
