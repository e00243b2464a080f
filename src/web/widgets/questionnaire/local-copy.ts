import { newId } from "../../../shared/kernel/id.ts";
import type { Answers } from "../../../shared/questionnaires/questionnaire.ts";
import type { GivenAnswers } from "./given-answers.ts";

/** A response as this device keeps it: it survives a reload, a crash and hours without a network. */
export interface LocalCopy {
  /** Made here, unless the server already had a response of this person. */
  responseId: string;
  /** Stays when the response's id is replaced, so that shuffled options keep their places. */
  seed: string;
  version: number;
  answers: GivenAnswers;
  /** What the server had at `revision`; 0 when it has never answered. */
  base: Answers;
  revision: number;
  sectionId: string | null;
  /** `submitting`: sent for good by the person, not yet confirmed by the server. */
  status: "draft" | "submitting" | "submitted" | "withdrawn";
  /** When the server last confirmed; ISO. */
  savedAt: string | null;
}

export interface LocalCopies {
  read(): LocalCopy | undefined;
  write(copy: LocalCopy): void;
}

export function newCopy(version: number): LocalCopy {
  const responseId = newId();
  const empty = { answers: {}, base: {}, revision: 0, sectionId: null, savedAt: null };
  return { responseId, seed: responseId, version, ...empty, status: "draft" };
}

/** A copy that stays on the device. Without storage (private windows, storage full) it lives as long as the page. */
export function deviceCopies(key: string, storage: Pick<Storage, "getItem" | "setItem">): LocalCopies {
  return {
    read() {
      try {
        const kept: unknown = JSON.parse(storage.getItem(key) ?? "null");
        return isCopy(kept) ? kept : undefined;
      } catch {
        // Unreadable or forbidden: there is no copy.
        return undefined;
      }
    },
    write(copy) {
      try {
        storage.setItem(key, JSON.stringify(copy));
      } catch {
        // Full or forbidden: the server still gets every change.
      }
    },
  };
}

function isCopy(kept: unknown): kept is LocalCopy {
  if (typeof kept !== "object" || kept === null) return false;
  const copy = kept as Partial<LocalCopy>;
  return typeof copy.responseId === "string" && typeof copy.version === "number" && typeof copy.answers === "object";
}

/** One copy per questionnaire, and per person where the answers belong to one: devices are lent. */
export const copyKey = (questionnaireId: string, personId: string | null): string =>
  ["answers", questionnaireId, personId].filter(Boolean).join(" ");
