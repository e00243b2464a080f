import type { ReactNode } from "react";
import type { Language } from "../../../shared/kernel/locale.ts";
import { Button } from "../../design-system/button.tsx";
import type { FormErrors } from "../form-errors.ts";
import { FormProblems } from "../form-problems.tsx";

/** What every form of the account pages gets. */
export interface FormPageProps {
  language: Language;
  /** What was entered, without passwords. */
  values: Record<string, string>;
  errors: FormErrors;
  /** The local address to go on to afterwards. */
  returnTo?: string | undefined;
}

interface AccountFormProps extends FormPageProps {
  title: string;
  lead?: string | undefined;
  action: string;
  button: string;
  notice?: ReactNode;
  /** What else one may have come for, below the form. */
  below?: ReactNode;
  children: ReactNode;
}

/** A short form on a page of its own. */
export function AccountForm(props: AccountFormProps) {
  const { language, errors, returnTo, title, lead, action, button, notice, below, children } = props;
  return (
    <div className="narrow-page form-page">
      <header className="stack-tight">
        <h1>{title}</h1>
        {lead && <p className="lead">{lead}</p>}
      </header>
      {notice}
      <FormProblems language={language} errors={errors} />
      <form method="post" action={action} className="form account-form" noValidate>
        {returnTo && <input type="hidden" name="return" value={returnTo} />}
        {children}
        <div className="form-actions">
          <Button type="submit" variant="primary" size="large">
            {button}
          </Button>
        </div>
      </form>
      {below && <div className="account-below">{below}</div>}
    </div>
  );
}
