import type { WorkshopDraft } from "../../../../shared/catalogue/studio-workshop.ts";
import type { WorkshopChanges } from "../../../../shared/catalogue/workshop.ts";
import { ApiError } from "../../../api/api-error.ts";
import { fieldOf, refusals } from "./content-issues.ts";
import * as drafts from "./draft-state.ts";
import { type Keeper, keptOf, resumeDraft } from "./kept-draft.ts";
import type { ContentField } from "./plain-content.ts";

export interface Saving {
  /** `held`: all that can be saved is; something waits for the person. */
  state: "saved" | "unsaved" | "saving" | "offline" | "failed" | "held";
  savedAt: string;
  /** Why it failed for good, when trying again is of no use. */
  problem?: ApiError | undefined;
}

export interface Snapshot {
  state: drafts.DraftState;
  saving: Saving;
}

export interface DraftServer {
  save(baseVersion: number, changes: WorkshopChanges): Promise<WorkshopDraft>;
  load(): Promise<WorkshopDraft>;
}

export interface DraftStoreDeps {
  server: DraftServer;
  keeper: Keeper;
  now: () => number;
}

const restMs = 800;
const firstRetryMs = 2000;
const longestRetryMs = 30_000;

/** The draft in the editor and its automatic saving: one save at a time, each of only what changed. */
export class DraftStore {
  #snapshot: Snapshot;
  #deps: DraftStoreDeps;
  #listeners = new Set<() => void>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | undefined;
  #failures = 0;

  constructor(draft: WorkshopDraft, deps: DraftStoreDeps) {
    this.#deps = deps;
    const state =
      draft.canEdit || draft.canEditSessions ? resumeDraft(draft, deps.keeper.read()) : drafts.startDraft(draft);
    this.#snapshot = { state, saving: { state: "saved", savedAt: draft.updatedAt } };
  }

  get = (): Snapshot => this.#snapshot;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  change(changes: WorkshopChanges, place: string): void {
    this.#edit(drafts.changeContent(this.#snapshot.state, changes, { place, at: this.#deps.now() }));
  }

  undo = (): void => this.#edit(drafts.undo(this.#snapshot.state));
  redo = (): void => this.#edit(drafts.redo(this.#snapshot.state));

  resolve(field: ContentField, keepsMine: boolean): void {
    this.#edit(drafts.resolve(this.#snapshot.state, field, { keepsMine, at: this.#deps.now() }));
  }

  /** What another operation, or another look at the server, answered. An older answer is passed over. */
  take = (draft: WorkshopDraft): void => {
    const { state } = this.#snapshot;
    if (draft.version < state.draft.version || this.#running) return;
    this.#set({ state: drafts.absorb(state, draft) });
    this.#keep();
  };

  /** The draft has been set back to an earlier version, as the person asked. */
  restore(draft: WorkshopDraft): void {
    this.#set({ state: drafts.restoreContent(this.#snapshot.state, draft, this.#deps.now()) });
    this.#keep();
  }

  /** Saves what waits, now. Answers the draft when nothing is left unsaved. */
  async settle(): Promise<WorkshopDraft | undefined> {
    await this.#running;
    clearTimeout(this.#timer);
    await this.#save();
    const { state } = this.#snapshot;
    return Object.keys(drafts.unsaved(state)).length === 0 ? state.draft : undefined;
  }

  /** Saves when the page goes out of sight, and at once when the network is back. Returns what ends it. */
  start = (): (() => void) => {
    const flush = () => void this.settle();
    const onVisibility = () => document.visibilityState === "hidden" && flush();
    document.addEventListener("visibilitychange", onVisibility);
    window.addEventListener("online", flush);
    if (Object.keys(drafts.sendable(this.#snapshot.state)).length > 0) this.#schedule(0);
    return () => {
      document.removeEventListener("visibilitychange", onVisibility);
      window.removeEventListener("online", flush);
      flush();
    };
  };

  #edit(state: drafts.DraftState): void {
    if (state === this.#snapshot.state) return;
    this.#set({ state });
    this.#keep();
    this.#rest();
  }

  /** After an edit: wait for the typing to rest, unless there is nothing to send. */
  #rest(): void {
    const { state, saving } = this.#snapshot;
    const hasMore = Object.keys(drafts.sendable(state)).length > 0;
    if (hasMore) this.#schedule(restMs);
    else clearTimeout(this.#timer);
    if (saving.state === "saving" || saving.state === "offline" || saving.state === "failed") return;
    this.#say({ state: hasMore ? "unsaved" : this.#settledState() });
  }

  #settledState(): "saved" | "held" {
    return Object.keys(drafts.unsaved(this.#snapshot.state)).length > 0 ? "held" : "saved";
  }

  #schedule(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#save(), milliseconds);
  }

  #save(): Promise<void> {
    this.#running ??= this.#send().finally(() => {
      this.#running = undefined;
      this.#afterSave();
    });
    return this.#running;
  }

  #afterSave(): void {
    this.#keep();
    const hasMore = Object.keys(drafts.sendable(this.#snapshot.state)).length > 0;
    if (!hasMore) return;
    const retryMs = Math.min(firstRetryMs * 2 ** (this.#failures - 1), longestRetryMs);
    if (this.#failures === 0) this.#schedule(restMs);
    else if (!this.#snapshot.saving.problem) this.#schedule(retryMs);
  }

  async #send(): Promise<void> {
    const changes = drafts.sendable(this.#snapshot.state);
    if (Object.keys(changes).length === 0) return this.#say({ state: this.#settledState(), problem: undefined });
    this.#say({ state: "saving" });
    try {
      const draft = await this.#deps.server.save(this.#snapshot.state.draft.version, changes);
      this.#failures = 0;
      this.#set({ state: drafts.absorb(this.#snapshot.state, draft, changes) });
      this.#say({ state: this.#settledState(), savedAt: draft.updatedAt, problem: undefined });
    } catch (error) {
      await this.#onRefusal(error, changes);
    }
  }

  async #onRefusal(error: unknown, changes: WorkshopChanges): Promise<void> {
    if (!(error instanceof ApiError)) throw error;
    const { code, problem } = error;
    if (code === "edit_conflict" || code === "invalid_transition") return this.#reload();
    const issues =
      code === "capacity_below_taken" ? [{ field: "capacity", code, message: problem.title }] : problem.issues;
    const refused = refusals(issues ?? [], changes).filter((issue) => fieldOf(issue) in changes);
    if (problem.status === 422 && refused.length > 0) {
      const { state } = this.#snapshot;
      this.#set({ state: { ...state, refused: [...state.refused, ...refused] } });
      return this.#say({ state: "held" });
    }
    this.#failures += 1;
    const mayPass = code === "offline" || problem.status === 429 || problem.status >= 500;
    this.#say({ state: code === "offline" ? "offline" : "failed", problem: mayPass ? undefined : error });
  }

  /** Somebody else was faster: what they did is taken in, and what both did waits for a choice. */
  async #reload(): Promise<void> {
    try {
      const draft = await this.#deps.server.load();
      this.#set({ state: drafts.absorb(this.#snapshot.state, draft) });
      this.#say({ state: this.#settledState(), savedAt: draft.updatedAt, problem: undefined });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      this.#failures += 1;
      this.#say({ state: error.code === "offline" ? "offline" : "failed" });
    }
  }

  #keep(): void {
    this.#deps.keeper.write(keptOf(this.#snapshot.state));
  }

  #say(saving: Partial<Saving>): void {
    this.#set({ saving: { ...this.#snapshot.saving, ...saving } });
  }

  #set(part: Partial<Snapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...part };
    for (const listener of this.#listeners) listener();
  }
}
