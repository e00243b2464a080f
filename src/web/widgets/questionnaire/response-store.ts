import type { Language } from "../../../shared/kernel/locale.ts";
import type { PublishedQuestionnaire } from "../../../shared/questionnaires/questionnaire.ts";
import type { Response } from "../../../shared/responses/contract.ts";
import { ApiError } from "../../api/api-error.ts";
import { type LocalCopies, newCopy } from "./local-copy.ts";
import { onPageSignals } from "./page-signals.ts";
import type { ResponseServer } from "./response-server.ts";
import { retryDelay } from "./retry-delay.ts";
import { absorb, finish, openingState, phaseOf, type RunnerState, unsent, withVersion } from "./runner-state.ts";

export interface StoreDeps {
  questionnaire: PublishedQuestionnaire;
  language: Language;
  copies: LocalCopies;
  server: ResponseServer;
  now(): Date;
}

const restMs = 1_000;
const never = -1;

/**
 * Keeps one response: every change is on the device at once and on the server a moment later. One request at a time;
 * what was changed meanwhile goes with the next one. Whatever fails and may pass is tried again until it is through.
 */
export class ResponseStore {
  readonly #deps: StoreDeps;
  #state: RunnerState;
  #language: Language;
  #listeners = new Set<() => void>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #isRunning = false;
  #isStopped = false;

  constructor(deps: StoreDeps) {
    this.#deps = deps;
    this.#language = deps.language;
    this.#state = openingState(deps.questionnaire, deps.copies.read());
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  snapshot = (): RunnerState => this.#state;

  /** Fetches what the server has of this person, then keeps both sides the same until the answer is called. */
  start = (): (() => void) => {
    this.#isStopped = false;
    const end = onPageSignals(() => this.#schedule(0));
    void this.open();
    return () => {
      this.#isStopped = true;
      clearTimeout(this.#timer);
      end();
    };
  };

  async open(): Promise<void> {
    const { copy, questionnaire } = this.#state;
    const isDone = copy.status === "submitted" || copy.status === "withdrawn";
    try {
      if (!isDone && questionnaire.identityMode === "identified") await this.#fetchMine();
      else if (!isDone && copy.version !== questionnaire.version) await this.#load(copy.version);
    } catch (error) {
      // Whatever it is, the next save meets it again; until then this device's copy is good enough.
      if (!(error instanceof ApiError)) throw error;
    }
    if (this.#state.phase === "opening") this.#set({ phase: phaseOf(this.#state.copy) });
    this.#schedule(0);
  }

  answer = (code: string, value: unknown): void => {
    const { copy } = this.#state;
    if (copy.status !== "draft") return;
    this.#set({ copy: { ...copy, answers: { ...copy.answers, [code]: value } }, refused: [] });
    this.#schedule(restMs);
  };

  goTo = (sectionId: string): void => {
    this.#set({ copy: { ...this.#state.copy, sectionId } });
  };

  speak = (language: Language): void => {
    this.#language = language;
  };

  submit = (): void => {
    this.#failures = 0;
    this.#set({ copy: { ...this.#state.copy, status: "submitting" }, phase: "submitting", refused: [] });
    this.#schedule(0);
  };

  /** Takes back a submission that has not got through. */
  reconsider = (): void => {
    if (this.#state.copy.status !== "submitting") return;
    this.#set({ copy: { ...this.#state.copy, status: "draft" }, phase: "answering" });
  };

  /** Answers a problem's text when it did not work. */
  withdraw = async (): Promise<ApiError | undefined> => {
    try {
      this.#replace(finish(this.#state, await this.#deps.server.withdraw(this.#state.copy.responseId)));
      return undefined;
    } catch (error) {
      if (error instanceof ApiError) return error;
      throw error;
    }
  };

  /** A new response beside the finished one. */
  startAnew = (): void => {
    this.#set({ copy: newCopy(this.#state.questionnaire.version), phase: "answering", saving: { state: "idle" } });
  };

  async #fetchMine(): Promise<void> {
    const mine = await this.#deps.server.mine();
    const { copy, questionnaire } = this.#state;
    const version = mine?.version ?? copy.version;
    if (mine?.status !== "submitted" && version !== questionnaire.version) await this.#load(version);
    if (mine) this.#absorb(mine);
  }

  #absorb(response: Response, base = this.#state.copy.base): void {
    this.#replace(absorb(this.#state, response, { base, at: this.#deps.now() }));
  }

  async #load(version: number): Promise<void> {
    this.#replace(withVersion(this.#state, await this.#deps.server.version(version)));
  }

  #schedule(milliseconds: number): void {
    clearTimeout(this.#timer);
    if (this.#isStopped) return;
    this.#timer = setTimeout(() => void this.#run(), milliseconds);
  }

  async #run(): Promise<void> {
    // A request on its way looks for more to do when it comes back.
    if (this.#isRunning || this.#isStopped) return;
    const { phase, copy } = this.#state;
    if (phase !== "answering" && phase !== "submitting") return;
    const isSubmitting = copy.status === "submitting";
    if (!isSubmitting && !unsent(this.#state)) return this.#settle();
    this.#isRunning = true;
    const waitMs = await this.#attempt(isSubmitting);
    this.#isRunning = false;
    if (waitMs !== never) this.#schedule(waitMs);
  }

  /** Sends; answers in how many milliseconds to look for more to do. */
  async #attempt(isSubmitting: boolean): Promise<number> {
    try {
      await (isSubmitting ? this.#sendForGood() : this.#save());
    } catch (error) {
      if (error instanceof ApiError) return this.#onRefusal(error);
      throw error;
    }
    this.#failures = 0;
    if (this.#state.isSignedOut) this.#set({ isSignedOut: false });
    return this.#state.copy.status === "submitting" ? 0 : restMs;
  }

  #settle(): void {
    const { saving, copy } = this.#state;
    if (copy.savedAt && saving.state !== "saved") this.#set({ saving: { state: "saved" } });
  }

  async #save(): Promise<void> {
    const { copy } = this.#state;
    const answers = unsent(this.#state) ?? copy.base;
    this.#set({ saving: { state: "saving" } });
    const body = { version: copy.version, language: this.#language, answers, baseRevision: copy.revision };
    this.#absorb(await this.#deps.server.save(copy.responseId, body), answers);
    if (!unsent(this.#state)) this.#set({ saving: { state: "saved" } });
  }

  async #sendForGood(): Promise<void> {
    const { copy } = this.#state;
    const answers = unsent(this.#state) ?? copy.base;
    const body = { version: copy.version, language: this.#language, answers };
    this.#replace(finish(this.#state, await this.#deps.server.submit(copy.responseId, body)));
  }

  /** Deals with what the server said; answers in how many milliseconds to try again. */
  async #onRefusal(error: ApiError): Promise<number> {
    this.#failures += 1;
    const { code, problem } = error;
    const response = problem.response as Response | undefined;
    const isRepeated = this.#failures > 3;
    switch (code) {
      case "edit_conflict":
        if (response) this.#absorb(response);
        return isRepeated ? retryDelay(this.#failures) : 0;
      case "version_outdated":
        return this.#changeVersion(problem.version, response);
      case "already_submitted":
        if (response) this.#replace(finish(this.#state, response));
        else this.#set({ phase: "answered_before" });
        return never;
      case "questionnaire_closed":
      case "not_in_audience":
        this.#set({ phase: code === "questionnaire_closed" ? "closed" : code });
        return never;
      case "not_signed_in":
        this.reconsider();
        this.#set({ isSignedOut: true, saving: { state: "offline" } });
        return never;
      default:
        return this.#afterFailure(error);
    }
  }

  #afterFailure({ code, problem }: ApiError): number {
    if (code === "offline" || problem.status === 429 || problem.status >= 500) {
      this.#set({ saving: { state: "offline" } });
      const asked = Number(problem.retryAfterSeconds ?? 0) * 1000;
      return Math.max(asked, retryDelay(this.#failures));
    }
    this.reconsider();
    this.#set({ saving: { state: "failed", problem: problem.title }, refused: problem.issues ?? [] });
    return never;
  }

  /** The questionnaire is another one than ours was begun on: its version is fetched and the answers go with it. */
  async #changeVersion(version: unknown, response: Response | undefined): Promise<number> {
    try {
      await this.#load(Number(version));
      this.reconsider();
      if (response) this.#absorb(response);
      return 0;
    } catch (error) {
      if (error instanceof ApiError) return this.#afterFailure(error);
      throw error;
    }
  }

  #set(part: Partial<RunnerState>): void {
    this.#replace({ ...this.#state, ...part });
  }

  #replace(state: RunnerState): void {
    if (state.copy !== this.#state.copy) this.#deps.copies.write(state.copy);
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
