import type { QuestionnaireDraft } from "../../../../shared/questionnaires/contract.ts";
import { ApiError } from "../../../api/api-error.ts";
import * as builder from "./builder-state.ts";
import type { UnsavedWork } from "./unsaved-work.ts";

export interface Saving {
  state: "saved" | "unsaved" | "saving" | "offline" | "failed";
  savedAt: string;
  /** The server's words, when trying again is of no use. */
  problem?: string | undefined;
}

export interface Snapshot {
  state: builder.BuilderState;
  saving: Saving;
}

export interface StoreDeps {
  save(baseVersion: number, changes: builder.Changes): Promise<QuestionnaireDraft>;
  kept: UnsavedWork;
  now(): number;
}

const restMs = 800;
const firstRetryMs = 2_000;
const longestRetryMs = 30_000;

/** The questionnaire in the builder and its automatic saving, one save at a time. */
export class BuilderStore {
  readonly #deps: StoreDeps;
  #snapshot: Snapshot;
  #listeners = new Set<() => void>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | undefined;
  #failures = 0;

  constructor(draft: QuestionnaireDraft, deps: StoreDeps) {
    this.#deps = deps;
    const state = draft.canEdit ? deps.kept.resume(builder.startState(draft)) : builder.startState(draft);
    this.#snapshot = { state, saving: { state: "saved", savedAt: draft.updatedAt } };
  }

  get = (): Snapshot => this.#snapshot;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** `place` names what is typed into, so that undo takes back words and not letters. */
  change(work: Partial<builder.Work>, place: string): void {
    this.#edit(builder.change(this.#snapshot.state, work, { place, at: this.#deps.now() }));
  }

  undo = (): void => this.#edit(builder.undo(this.#snapshot.state));
  redo = (): void => this.#edit(builder.redo(this.#snapshot.state));

  resolve(choice: "mine" | "theirs"): void {
    this.#edit(builder.resolve(this.#snapshot.state, choice, this.#deps.now()));
  }

  /** What publishing, closing or another look at the server answered. */
  take(draft: QuestionnaireDraft): void {
    const { state } = this.#snapshot;
    if (this.#running || draft.version < state.draft.version) return;
    this.#set({ state: builder.absorbNewer(state, draft) });
    this.#keep();
  }

  /** Saves what waits; answers the draft when the server has everything. */
  async settle(): Promise<QuestionnaireDraft | undefined> {
    clearTimeout(this.#timer);
    await this.#running;
    await this.#save();
    const { state } = this.#snapshot;
    return builder.unsaved(state) || state.theirs ? undefined : state.draft;
  }

  start = (): (() => void) => {
    const flush = () => void this.settle();
    const onVisibility = () => document.visibilityState === "hidden" && flush();
    document.addEventListener("visibilitychange", onVisibility);
    window.addEventListener("online", flush);
    this.#schedule(0);
    return () => {
      document.removeEventListener("visibilitychange", onVisibility);
      window.removeEventListener("online", flush);
      flush();
    };
  };

  #edit(state: builder.BuilderState): void {
    if (state === this.#snapshot.state) return;
    this.#set({ state });
    this.#keep();
    this.#failures = 0;
    const hasChanges = builder.unsaved(state) !== undefined;
    if (this.#snapshot.saving.state !== "saving") this.#say({ state: hasChanges ? "unsaved" : "saved" });
    this.#schedule(restMs);
  }

  #schedule(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#save(), milliseconds);
  }

  #save(): Promise<void> {
    this.#running ??= this.#send().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #send(): Promise<void> {
    const { state } = this.#snapshot;
    const changes = builder.unsaved(state);
    if (!changes || state.theirs || !state.draft.canEdit) return;
    this.#say({ state: "saving", problem: undefined });
    try {
      const draft = await this.#deps.save(state.draft.version, changes);
      this.#failures = 0;
      this.#set({ state: builder.absorbSaved(this.#snapshot.state, draft) });
      this.#keep();
      const hasMore = builder.unsaved(this.#snapshot.state) !== undefined;
      this.#say({ state: hasMore ? "unsaved" : "saved", savedAt: draft.updatedAt });
      if (hasMore) this.#schedule(restMs);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      this.#onRefusal(error);
    }
  }

  #onRefusal({ code, problem }: ApiError): void {
    const newer = problem.draft as QuestionnaireDraft | undefined;
    if (code === "edit_conflict" && newer) {
      this.#set({ state: builder.absorbNewer(this.#snapshot.state, newer) });
      this.#say({ state: "unsaved" });
      this.#schedule(restMs);
      return;
    }
    this.#failures += 1;
    if (code === "offline" || problem.status === 429 || problem.status >= 500) {
      this.#say({ state: "offline" });
      this.#schedule(Math.min(longestRetryMs, firstRetryMs * 2 ** (this.#failures - 1)));
      return;
    }
    const reasons = problem.issues?.map(({ message }) => message) ?? [];
    this.#say({ state: "failed", problem: [...new Set([problem.title, ...reasons])].join(" ") });
  }

  #keep(): void {
    this.#deps.kept.write(this.#snapshot.state);
  }

  #say(saving: Partial<Saving>): void {
    this.#set({ saving: { ...this.#snapshot.saving, ...saving } });
  }

  #set(part: Partial<Snapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...part };
    for (const listener of this.#listeners) listener();
  }
}
