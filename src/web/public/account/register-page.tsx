import { accountMessages } from "../../i18n/account.ts";
import { accountPath, signInPath } from "../addresses.ts";
import { EmailField, NameField, PasswordField } from "./account-fields.tsx";
import { AccountForm, type FormPageProps } from "./account-form.tsx";

export function RegisterPage(props: FormPageProps) {
  const { language, values, errors, returnTo } = props;
  const words = accountMessages[language].register;
  return (
    <AccountForm
      {...props}
      title={words.title}
      lead={words.lead}
      action={accountPath(language, "register")}
      button={words.button}
      below={
        <p>
          {words.known} <a href={signInPath(language, returnTo ?? "")}>{words.signIn}</a>
        </p>
      }
    >
      <NameField language={language} errors={errors} value={values.name} />
      <EmailField language={language} errors={errors} value={values.email} />
      <PasswordField language={language} errors={errors} isNew />
    </AccountForm>
  );
}
