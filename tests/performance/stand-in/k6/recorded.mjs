/** What the script did, for the one who runs it. */
export const recorded = { requests: [], checks: [] };
