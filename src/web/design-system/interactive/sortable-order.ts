/** Where an item stands once it has been taken out and put before or after another one. */
export function indexAfterMove(
  ids: readonly string[],
  id: string,
  place: { targetId: string; isAfter: boolean },
): number {
  const rest = ids.filter((each) => each !== id);
  const target = rest.indexOf(place.targetId);
  if (target < 0) return ids.indexOf(id);
  return place.isAfter ? target + 1 : target;
}
