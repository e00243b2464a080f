// The script of the thread that computes large releases; a built file of its own (vite.config.ts).
import { answerTasks } from "../platform/threads/answer-tasks.ts";
import { computeRelease } from "./compute-release.ts";

answerTasks(computeRelease);
