import type { ErrorCode } from "../../../shared/kernel/error.ts";
import type { Response } from "../../../shared/responses/contract.ts";
import { ApiError } from "../../api/api-error.ts";
import { questionnaire } from "./content.testing.ts";
import type { LocalCopies, LocalCopy } from "./local-copy.ts";
import type { ResponseServer, SaveBody } from "./response-server.ts";

export const refusal = (code: ErrorCode | "offline", details: object = {}) =>
  new ApiError({ code, status: code === "offline" ? 0 : 409, title: code, requestId: "r", ...details });

export function respond(id: string, parts: Partial<Response>): Response {
  const times = { updatedAt: null, submittedAt: null };
  const draft = { status: "draft", language: "en", answers: {}, revision: 1 } as const;
  return { id, questionnaireId: questionnaire.id, version: 1, ...draft, ...times, ...parts };
}

/** A server of one response, whose next answers can be replaced by refusals. */
export function fakeServer() {
  const saves: SaveBody[] = [];
  const refusals: ApiError[] = [];
  let kept: Response | null = null;
  const next = () => {
    const error = refusals.shift();
    if (error) throw error;
  };
  const server: ResponseServer = {
    mine: async () => kept,
    version: async (version) => ({ ...questionnaire, version }),
    async save(id, body) {
      saves.push(body);
      next();
      kept = respond(kept?.id ?? id, {
        answers: body.answers,
        revision: (kept?.revision ?? 0) + 1,
        version: body.version,
      });
      return kept;
    },
    async submit(id, body) {
      next();
      kept = respond(kept?.id ?? id, { answers: body.answers, status: "submitted", revision: 9 });
      return kept;
    },
    async withdraw(id) {
      next();
      return respond(id, { status: "withdrawn" });
    },
  };
  return { server, saves, refusals, keep: (response: Response) => (kept = response), read: () => kept };
}

/** A device's storage. */
export function memory(): LocalCopies & { last: () => LocalCopy | undefined } {
  let copy: LocalCopy | undefined;
  return {
    read: () => copy,
    write: (next) => {
      copy = next;
    },
    last: () => copy,
  };
}
