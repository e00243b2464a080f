/** What a consent can be for. Apart from the schemas, so that the builder carries none of them. */
export const consentPurposes = ["processing", "ai_local", "ai_external", "quote"] as const;
