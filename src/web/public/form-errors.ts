/** Why a form came back: what is wrong with single fields, and what is wrong with the whole. */
export interface FormErrors {
  fields: Record<string, string>;
  general?: string | undefined;
}

export const noErrors: FormErrors = { fields: {} };
