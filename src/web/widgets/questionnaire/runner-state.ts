import type { FieldIssue } from "../../../shared/kernel/error.ts";
import type { Answers, PublishedQuestionnaire } from "../../../shared/questionnaires/questionnaire.ts";
import type { Response } from "../../../shared/responses/contract.ts";
import { isSame, sendableAnswers } from "./given-answers.ts";
import { type LocalCopy, newCopy } from "./local-copy.ts";
import { mergeAnswers } from "./merge-answers.ts";

/** Where the person stands; each but `answering` and `submitting` is a page of its own. */
export type Phase =
  | "opening"
  | "answering"
  | "submitting"
  | "submitted"
  | "withdrawn"
  | "closed"
  | "not_in_audience"
  | "answered_before";

export interface Saving {
  state: "idle" | "saving" | "saved" | "offline" | "failed";
  /** The server's own words about a failure that trying again will not mend. */
  problem?: string | undefined;
}

export interface RunnerState {
  questionnaire: PublishedQuestionnaire;
  copy: LocalCopy;
  phase: Phase;
  saving: Saving;
  /** The login session has ended: nothing is sent until the person signs in again. */
  isSignedOut: boolean;
  /** Another version than the one that was begun has been loaded. */
  isChanged: boolean;
  /** What the server did not accept when submitting. */
  refused: readonly FieldIssue[];
}

/** What the server has never seen moves to the present version; what it has seen stays on its own. */
export function openingState(questionnaire: PublishedQuestionnaire, kept: LocalCopy | undefined): RunnerState {
  const { version } = questionnaire;
  const copy = kept && kept.revision > 0 ? kept : { ...(kept ?? newCopy(version)), version };
  const flags = { isSignedOut: false, isChanged: false, refused: [] };
  return { questionnaire, copy, phase: "opening", saving: { state: "idle" }, ...flags };
}

export const phaseOf = ({ status }: LocalCopy): Phase => (status === "draft" ? "answering" : status);

/** What waits to be sent; undefined when the server has it all. */
export function unsent({ questionnaire, copy }: RunnerState): Answers | undefined {
  const answers = sendableAnswers(questionnaire.content, copy.answers);
  return isSame(answers, copy.base) ? undefined : answers;
}

/** The state after the server said how the response stands. `agreed` is what both sides had before. */
export function absorb(state: RunnerState, response: Response, agreed: { base: Answers; at: Date }): RunnerState {
  if (response.status !== "draft") return finish(state, response);
  const { content } = state.questionnaire;
  const { copy } = state;
  const answers = mergeAnswers(content, { local: copy.answers, base: agreed.base, server: response.answers });
  return {
    ...state,
    copy: {
      ...copy,
      answers,
      responseId: response.id,
      base: response.answers,
      revision: response.revision,
      savedAt: agreed.at.toISOString(),
    },
  };
}

/** Submitted or withdrawn: the answers leave this device, the response's id stays, so that one can withdraw. */
export function finish(state: RunnerState, response: Response): RunnerState {
  const status = response.status === "withdrawn" ? "withdrawn" : "submitted";
  const copy: LocalCopy = {
    ...state.copy,
    status,
    responseId: response.id,
    revision: response.revision,
    answers: {},
    base: {},
    sectionId: null,
  };
  return { ...state, copy, phase: status, saving: { state: "idle" }, refused: [] };
}

/** The state with another version of the questionnaire; answers keep by the codes of their questions. */
export function withVersion(state: RunnerState, questionnaire: PublishedQuestionnaire): RunnerState {
  const isChanged = questionnaire.version !== state.questionnaire.version || state.isChanged;
  return { ...state, questionnaire, isChanged, copy: { ...state.copy, version: questionnaire.version } };
}
