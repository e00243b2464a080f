import type { Language } from "../../../shared/kernel/locale.ts";
import { InputField } from "../../design-system/text-fields.tsx";
import { accountMessages } from "../../i18n/account.ts";
import type { FormErrors } from "../form-errors.ts";

interface FieldProps {
  language: Language;
  errors: FormErrors;
  value?: string | undefined;
}

export function NameField({ language, errors, value }: FieldProps) {
  const words = accountMessages[language];
  return (
    <InputField
      id="name"
      name="name"
      label={words.fields.name}
      hint={words.register.nameHint}
      error={errors.fields.name}
      defaultValue={value}
      autoComplete="name"
      maxLength={120}
      isRequired
    />
  );
}

export function EmailField({ language, errors, value }: FieldProps) {
  return (
    <InputField
      id="email"
      name="email"
      type="email"
      label={accountMessages[language].fields.email}
      error={errors.fields.email}
      defaultValue={value}
      autoComplete="username"
      autoCapitalize="none"
      spellCheck={false}
      maxLength={254}
      isRequired
    />
  );
}

interface PasswordProps {
  language: Language;
  errors: FormErrors;
  /** A new password gets the hint and is remembered as such by password managers. */
  isNew?: boolean | undefined;
  name?: "password" | "newPassword" | "currentPassword" | undefined;
  label?: string | undefined;
}

export function PasswordField({ language, errors, isNew, name = "password", label }: PasswordProps) {
  const words = accountMessages[language];
  return (
    <InputField
      id={name}
      name={name}
      type="password"
      label={label ?? words.fields.password}
      hint={isNew ? words.passwordHint : undefined}
      error={errors.fields[name]}
      autoComplete={isNew ? "new-password" : "current-password"}
      maxLength={200}
      isRequired
    />
  );
}
