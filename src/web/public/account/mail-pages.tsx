import type { Language } from "../../../shared/kernel/locale.ts";
import { Button, ButtonLink } from "../../design-system/button.tsx";
import { Notice } from "../../design-system/notice.tsx";
import { accountMessages } from "../../i18n/account.ts";
import { accountPath } from "../addresses.ts";

export interface CheckMailPageProps {
  language: Language;
  purpose: "verify" | "reset";
  /** False where mail stays in files on the server. */
  isDelivering: boolean;
}

export function CheckMailPage({ language, purpose, isDelivering }: CheckMailPageProps) {
  const words = accountMessages[language].checkMail;
  return (
    <div className="narrow-page">
      <h1>{words.title}</h1>
      <p className="lead">{words[purpose]}</p>
      {!isDelivering && (
        <Notice tone="info" actions={<a href="/studio/messages">{words.openMessages}</a>}>
          <p>{words.undelivered}</p>
        </Notice>
      )}
      <p className="muted">{words.nothing}</p>
      <p>
        <a href={accountPath(language, purpose === "verify" ? "register" : "forgotten-password")}>{words.again}</a>
      </p>
    </div>
  );
}

/** Opening the link alone confirms nothing: mail programs open links too, and the link works once. */
export function VerifyPage({ language, token }: { language: Language; token: string }) {
  const words = accountMessages[language].verify;
  return (
    <div className="narrow-page">
      <h1>{words.title}</h1>
      <form method="post" action={accountPath(language, "verify")} className="form">
        <input type="hidden" name="token" value={token} />
        <p className="lead">{words.text}</p>
        <div className="form-actions">
          <Button type="submit" variant="primary" size="large">
            {words.button}
          </Button>
        </div>
      </form>
    </div>
  );
}

/** A link that was used or is too old, and the way to a new one. */
export function LinkFailedPage({ language, purpose }: { language: Language; purpose: "verify" | "reset" }) {
  const words = accountMessages[language][purpose];
  const again =
    purpose === "verify"
      ? { href: accountPath(language, "sign-in"), label: accountMessages[language].signIn.button }
      : { href: accountPath(language, "forgotten-password"), label: accountMessages[language].reset.again };
  return (
    <div className="narrow-page">
      <h1>{words.failedTitle}</h1>
      <p className="lead">{words.failedText}</p>
      <div className="form-actions">
        <ButtonLink variant="primary" href={again.href}>
          {again.label}
        </ButtonLink>
      </div>
    </div>
  );
}
