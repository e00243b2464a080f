import { accountMessages } from "../../i18n/account.ts";
import { accountPath } from "../addresses.ts";
import { EmailField, PasswordField } from "./account-fields.tsx";
import { AccountForm, type FormPageProps } from "./account-form.tsx";

export function ForgottenPasswordPage(props: FormPageProps) {
  const { language, values, errors } = props;
  const words = accountMessages[language].forgotten;
  return (
    <AccountForm
      {...props}
      title={words.title}
      lead={words.lead}
      action={accountPath(language, "forgotten-password")}
      button={words.button}
      below={
        <p>
          <a href={accountPath(language, "sign-in")}>{words.back}</a>
        </p>
      }
    >
      <EmailField language={language} errors={errors} value={values.email} />
    </AccountForm>
  );
}

export function ResetPasswordPage({ token, ...props }: FormPageProps & { token: string }) {
  const { language, errors } = props;
  const words = accountMessages[language].reset;
  return (
    <AccountForm {...props} title={words.title} action={accountPath(language, "reset-password")} button={words.button}>
      <input type="hidden" name="token" value={token} />
      <PasswordField language={language} errors={errors} label={words.newPassword} isNew />
    </AccountForm>
  );
}
