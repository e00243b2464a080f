import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Settings } from "../config/settings.ts";
import { StartupError } from "../config/startup-error.ts";
import type { BackupStore } from "./backup-store.ts";
import { folderStore } from "./folder-store.ts";
import { s3AddressOf } from "./s3/s3-address.ts";
import { s3Store } from "./s3/s3-store.ts";

export type StoreSettings = Pick<Settings, "BACKUP_URL" | "DATA_DIR" | "AWS_ACCESS_KEY_ID" | "AWS_SECRET_ACCESS_KEY">;

/** Where the settings say that backups go. */
export function storeOf(settings: StoreSettings): BackupStore {
  const { BACKUP_URL, DATA_DIR, AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = settings;
  if (BACKUP_URL === undefined) return folderStore(join(DATA_DIR, "backups"));
  const address = s3AddressOf(BACKUP_URL);
  if (!address) return folderStore(fileURLToPath(BACKUP_URL));
  if (accessKeyId === undefined || secretAccessKey === undefined) {
    throw new StartupError("BACKUP_URL: a bucket needs AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY");
  }
  return s3Store(address, { accessKeyId, secretAccessKey });
}
