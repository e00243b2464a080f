/**
 * The shape of a set of messages without its exact words: every literal becomes `string`, every function keeps its
 * parameters and answers a `string`. What a translation is checked against.
 */
export type Widen<Messages> = Messages extends string
  ? string
  : Messages extends (...parameters: infer Parameters) => string
    ? (...parameters: Parameters) => string
    : { readonly [Key in keyof Messages]: Widen<Messages[Key]> };
