/**
 * The options in an order that is random from respondent to respondent and the same for one: it follows from the seed
 * alone, such as the response's id with the question's code. "Other" is not among the options and so stays last.
 */
export function shuffledOptions<Option>(options: readonly Option[], seed: string): Option[] {
  const next = randomFrom(seed);
  const shuffled = [...options];
  for (let last = shuffled.length - 1; last > 0; last--) {
    const pick = next() % (last + 1);
    [shuffled[last], shuffled[pick]] = [shuffled[pick] as Option, shuffled[last] as Option];
  }
  return shuffled;
}

/** Whole numbers from 0 to 2³² − 1: an FNV-1a hash of the seed, stirred by Weyl steps and a 32-bit finaliser. */
function randomFrom(seed: string): () => number {
  let state = 0x811c9dc5;
  for (let i = 0; i < seed.length; i++) state = Math.imul(state ^ seed.charCodeAt(i), 0x01000193);
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return (mixed ^ (mixed >>> 16)) >>> 0;
  };
}
