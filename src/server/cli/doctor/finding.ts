/** What the doctor found about one subject. */
export interface Finding {
  status: "ok" | "warn" | "fail";
  subject: string;
  says: string;
  /** What to do; always there unless all is well. */
  remedy?: string;
}

export const ok = (subject: string, says: string): Finding => ({ status: "ok", subject, says });

export function warn(subject: string, says: string, remedy: string): Finding {
  return { status: "warn", subject, says, remedy };
}

export function fail(subject: string, says: string, remedy: string): Finding {
  return { status: "fail", subject, says, remedy };
}
