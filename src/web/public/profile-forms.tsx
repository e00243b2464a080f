import type { Profile } from "../../shared/identity/contract.ts";
import type { Language } from "../../shared/kernel/locale.ts";
import { Button } from "../design-system/button.tsx";
import { SegmentedControl } from "../design-system/segmented-control.tsx";
import { InputField } from "../design-system/text-fields.tsx";
import { enrollingMessages } from "../i18n/enrolling.ts";
import { messagesFor } from "../i18n/messages.ts";
import { PasswordField } from "./account/account-fields.tsx";
import { mePath } from "./addresses.ts";
import type { FormErrors } from "./form-errors.ts";

interface ProfileFormProps {
  language: Language;
  profile: Profile;
  errors: FormErrors;
  values: Record<string, string>;
}

export function ProfileForm({ language, profile, errors, values }: ProfileFormProps) {
  const words = enrollingMessages[language].me;
  const ownNames = messagesFor(language).ownNameOf;
  return (
    <section className="me-section" aria-labelledby="profile">
      <h2 id="profile">{words.profile}</h2>
      <form method="post" action={`${mePath(language)}/profile`} className="form" noValidate>
        <InputField
          id="name"
          name="name"
          label={words.name}
          error={errors.fields.name}
          defaultValue={values.name ?? profile.name}
          autoComplete="name"
          maxLength={120}
          isRequired
        />
        <p>
          {words.email}
          <br />
          <span className="muted">{profile.email}</span>
        </p>
        <SegmentedControl
          name="language"
          legend={words.language}
          defaultValue={values.language ?? profile.language}
          options={(["en", "pl"] as const).map((each) => ({ value: each, label: ownNames[each], lang: each }))}
        />
        <div className="form-actions">
          <Button type="submit">{words.save}</Button>
        </div>
      </form>
    </section>
  );
}

interface PasswordFormProps {
  language: Language;
  /** For password managers, which want to know whose password it is. */
  email: string;
  errors: FormErrors;
}

export function PasswordForm({ language, email, errors }: PasswordFormProps) {
  const words = enrollingMessages[language].me;
  const isRefused = Boolean(errors.fields.currentPassword || errors.fields.newPassword);
  return (
    <section className="me-section" aria-labelledby="password">
      <h2 id="password">{words.password}</h2>
      <details className="me-password" open={isRefused}>
        <summary>{words.changePassword}</summary>
        <form method="post" action={`${mePath(language)}/password`} className="form" noValidate>
          <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
          <PasswordField language={language} errors={errors} name="currentPassword" label={words.currentPassword} />
          <PasswordField language={language} errors={errors} name="newPassword" label={words.newPassword} isNew />
          <div className="form-actions">
            <Button type="submit">{words.changePassword}</Button>
          </div>
        </form>
      </details>
    </section>
  );
}
