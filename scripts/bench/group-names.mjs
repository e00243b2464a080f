/** What `--only` chooses from, in the order in which it is measured. */
export const groupNames = [
  "starts",
  "cached",
  "uncached",
  "growth",
  "rush",
  "room",
  "profile",
  "publish",
  "analysis",
  "graphql",
  "metrics",
  "phone",
];
