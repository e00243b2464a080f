/** What makes spreadsheets take a text for a formula (OWASP, CSV Injection), in full width too. */
const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/;

/** A value as a cell that no spreadsheet will execute: texts that look like formulas get an apostrophe, numbers stay numbers. */
export function spreadsheetCell(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  return formulaStart.test(value) ? `'${value}` : value;
}
