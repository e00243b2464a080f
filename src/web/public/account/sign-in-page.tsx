import { Notice } from "../../design-system/notice.tsx";
import { accountMessages } from "../../i18n/account.ts";
import { accountPath } from "../addresses.ts";
import { EmailField, PasswordField } from "./account-fields.tsx";
import { AccountForm, type FormPageProps } from "./account-form.tsx";

export interface SignInPageProps extends FormPageProps {
  /** What has just happened. */
  done?: "passwordSet" | "signedOut" | undefined;
}

export function SignInPage({ done, ...props }: SignInPageProps) {
  const { language, values, errors, returnTo } = props;
  const words = accountMessages[language].signIn;
  return (
    <AccountForm
      {...props}
      title={words.title}
      lead={words.lead}
      action={accountPath(language, "sign-in")}
      button={words.button}
      notice={done && <Notice tone="success" title={words[done]} isLive />}
      below={
        <>
          <p>
            <a href={accountPath(language, "forgotten-password")}>{words.forgotten}</a>
          </p>
          <p>
            {words.newHere} <a href={accountPath(language, "register", { return: returnTo })}>{words.register}</a>
          </p>
        </>
      }
    >
      <EmailField language={language} errors={errors} value={values.email} />
      <PasswordField language={language} errors={errors} />
    </AccountForm>
  );
}
