/** The currencies that are offered; one that a workshop already has is kept beside them. */
export const currencies = ["PLN", "EUR", "USD", "GBP", "CZK"] as const;

const largestCents = 100_000_000;

/** What somebody typed as an amount, in cents: a point or a comma, at most two digits after it. Undefined when it is none. */
export function centsOf(typed: string): number | null | undefined {
  const text = typed.replaceAll(/\s/g, "").replace(",", ".");
  if (text === "") return null;
  if (!/^\d+(\.\d{1,2})?$/.test(text)) return undefined;
  const cents = Math.round(Number(text) * 100);
  return cents <= largestCents ? cents : undefined;
}

/** Cents as they are typed: "120", "49.50". */
export function typedPrice(cents: number | null, decimalSign: "." | ","): string {
  if (cents === null) return "";
  const text = cents % 100 === 0 ? String(cents / 100) : (cents / 100).toFixed(2);
  return text.replace(".", decimalSign);
}
