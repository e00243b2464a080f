/** Fixed lists that forms offer. Apart from the schemas, so that the studio's forms carry none of them. */
export const tagKinds = ["theme", "skill", "level", "format", "audience"] as const;
export const facilitatorParts = ["lead", "assistant", "guest"] as const;
