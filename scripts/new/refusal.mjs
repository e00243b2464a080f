/** What the person at the terminal did wrong, in words for them. Nothing was written. */
export class Refusal extends Error {}
