import type { CallInput, Client } from "../../../src/server/testing/client.ts";
import type { TestApp } from "../../../src/server/testing/test-app.ts";
import type { Endpoint, Method, ResponseOf } from "../../../src/shared/kernel/endpoint.ts";

/** What the thing is to the caller: made by them, assigned to them as its facilitator, or somebody else's. */
export type Relation = "made" | "assigned" | "other";

export interface Caller extends Client {
  /** Null for somebody who is not signed in. */
  personId: string | null;
}

export interface Situation {
  app: TestApp;
  caller: Caller;
  relation: Relation;
  /** An editor who makes everything that the caller did not make. */
  strangerId: string;
}

/** A valid request; `shows` says whether a list, or an answer that may be empty, holds the thing. */
export interface Attempt<E extends Endpoint> {
  input: CallInput<E>;
  shows?: (body: ResponseOf<E>) => boolean;
}

/** How to try an endpoint in any situation, always on something fresh. */
export interface Specimen {
  /** The endpoint's id, with what is special about the case. */
  name: string;
  endpointId: string;
  method: Method;
  relations: readonly Relation[];
  /** Makes what the request is about; the request itself is sent by the function that comes back. */
  prepare(situation: Situation): Promise<() => Promise<string>>;
}

export function specimen<E extends Endpoint>(
  endpoint: E,
  make: (situation: Situation) => Promise<Attempt<E>>,
  { variant, relations = ["made", "assigned", "other"] }: { variant?: string; relations?: readonly Relation[] } = {},
): Specimen {
  return {
    name: variant ? `${endpoint.id}, ${variant}` : endpoint.id,
    endpointId: endpoint.id,
    method: endpoint.method,
    relations,
    async prepare(situation) {
      const { input, shows } = await make(situation);
      return async () => {
        const { status, body, problem } = await situation.caller.call(endpoint, input);
        if (status >= 300) return `${status} ${problem.code}`;
        return shows && !shows(body) ? "hidden" : "allowed";
      };
    },
  };
}

/** For what belongs to nobody: there is only one relation to try. */
export const ofNobody = ["other"] as const;
/** For what is one's own by being about oneself. */
export const ofOneself = ["made", "other"] as const;

/** Who made the thing, or whom it is about. */
export function ownerOf({ caller, relation, strangerId }: Situation): string {
  return relation === "made" && caller.personId ? caller.personId : strangerId;
}
