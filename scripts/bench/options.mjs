import { parseArgs } from "node:util";

const thorough = {
  ...{ rounds: 3, seconds: 2, warmUpSeconds: 1, restSeconds: 10, roomSeconds: 60, profileSeconds: 60 },
  amounts: { workshops: 20_000, enrolments: 80_000, responses: 10_000 },
  growth: {
    small: { workshops: 1_000, enrolments: 4_000, responses: 10_000 },
    large: { workshops: 100_000, enrolments: 400_000, responses: 1_000_000 },
  },
};

/** Short rounds and a tenth of the growth: to see whether all of it runs, and roughly where it stands. */
const quick = {
  ...{ rounds: 1, seconds: 1, warmUpSeconds: 0.3, restSeconds: 1, roomSeconds: 10, profileSeconds: 15 },
  amounts: { workshops: 2_000, enrolments: 8_000, responses: 2_000 },
  growth: { ...thorough.growth, large: { workshops: 10_000, enrolments: 40_000, responses: 100_000 } },
};

/** What the command line asks for. @throws {Error} saying what is wrong with it */
export function readOptions(words, known) {
  const options = {
    quick: { type: "boolean", default: false },
    only: { type: "string" },
    scale: { type: "boolean", default: false },
  };
  const { values } = parseArgs({ args: words, options });
  const only = values.only?.split(",") ?? known;
  const unknown = only.find((name) => !known.includes(name));
  if (unknown) throw new Error(`There is no group "${unknown}"; there are ${known.join(", ")}`);
  const settings = values.quick ? quick : thorough;
  const growth = values.scale ? thorough.growth : settings.growth;
  return { only, isQuick: values.quick, settings: { ...settings, growth } };
}
