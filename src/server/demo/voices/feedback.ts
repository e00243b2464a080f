import { feedbackEnglish } from "./feedback-english.ts";
import { feedbackPolish } from "./feedback-polish.ts";
import type { Voice } from "./voice.ts";

export const feedbackVoices: Voice[] = [...feedbackPolish, ...feedbackEnglish];
