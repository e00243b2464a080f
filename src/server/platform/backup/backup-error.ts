import { StartupError } from "../config/startup-error.ts";

/** Why a backup cannot be made, read or restored, in one line that says what to do. */
export class BackupError extends StartupError {
  override readonly name = "BackupError";
}
