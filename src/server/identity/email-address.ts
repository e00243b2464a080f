/** The form under which an address is stored and looked up: nobody's provider tells `Ada@` from `ada@`. */
export function normalisedEmail(address: string): string {
  return address.trim().toLowerCase();
}
