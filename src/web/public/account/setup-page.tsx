import { InputField } from "../../design-system/text-fields.tsx";
import { accountMessages } from "../../i18n/account.ts";
import { setupPath } from "../addresses.ts";
import { EmailField, NameField, PasswordField } from "./account-fields.tsx";
import { AccountForm, type FormPageProps } from "./account-form.tsx";

/** The first run: whoever started the server makes the first administrator. */
export function SetupPage(props: FormPageProps) {
  const { language, values, errors } = props;
  const words = accountMessages[language];
  return (
    <AccountForm
      {...props}
      title={words.setup.title}
      lead={words.setup.lead}
      action={setupPath(language)}
      button={words.setup.button}
    >
      <InputField
        id="setupCode"
        name="setupCode"
        label={words.fields.setupCode}
        hint={words.setup.codeHint}
        error={errors.fields.setupCode}
        defaultValue={values.setupCode}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={100}
        isRequired
      />
      <NameField language={language} errors={errors} value={values.name} />
      <EmailField language={language} errors={errors} value={values.email} />
      <PasswordField language={language} errors={errors} isNew />
    </AccountForm>
  );
}
