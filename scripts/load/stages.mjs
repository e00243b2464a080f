/** The guide's profile: so many users at the end of each stage. */
const guide = [
  { seconds: 120, users: 10 },
  { seconds: 300, users: 50 },
  { seconds: 600, users: 100 },
  { seconds: 300, users: 200 },
  { seconds: 300, users: 0 },
];
const guideSeconds = guide.reduce((sum, { seconds }) => sum + seconds, 0);
const shortSeconds = 60;

/** The guide's stages, full or in about a minute; or a constant number of users when one is asked for. */
export function stagesFor({ profile = "short", users, seconds }) {
  if (users !== undefined) {
    return [
      { seconds: 0, users },
      { seconds: seconds ?? shortSeconds, users },
    ];
  }
  const all = seconds ?? (profile === "full" ? guideSeconds : shortSeconds);
  return guide.map((stage) => ({ ...stage, seconds: (stage.seconds * all) / guideSeconds }));
}

export const lengthOf = (stages) => stages.reduce((sum, { seconds }) => sum + seconds, 0);
export const mostUsersOf = (stages) => Math.max(...stages.map(({ users }) => users));

/** How many users there are so many seconds after the start; undefined once it is over. */
export function usersAt(stages, seconds) {
  let [before, startsAt] = [0, 0];
  for (const { seconds: length, users } of stages) {
    if (seconds < startsAt + length) return Math.ceil(before + ((users - before) * (seconds - startsAt)) / length);
    [before, startsAt] = [users, startsAt + length];
  }
  return undefined;
}
