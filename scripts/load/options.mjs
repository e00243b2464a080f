import { parseArgs } from "node:util";

export const usage = `npm run load -- [address] [options]

Without an address it starts the product itself, on a database that is thrown away.

  --profile short | full   the guide's stages in a minute, or in its 27 minutes    (short)
  --users N --seconds S    a constant number of users instead, for so long
  --think A-B              pauses between the steps of a person, in seconds        (0.2-0.7)
  --scenario room          60 people behind one address save every 5 s and submit within a minute
  --scenario rush          500 people want one of 20 seats at the same moment
  --processes N --redis    so many processes of its own server, and with Redis
  --sign-ins FILE          for an address: [{"role", "email", "password"}] with an admin, such as data/demo-sign-ins.json
  --json FILE              keeps the figures`;

const options = {
  profile: { type: "string", default: "short" },
  users: { type: "string" },
  seconds: { type: "string" },
  think: { type: "string", default: "0.2-0.7" },
  scenario: { type: "string" },
  processes: { type: "string", default: "1" },
  redis: { type: "boolean", default: false },
  "sign-ins": { type: "string", default: "data/demo-sign-ins.json" },
  json: { type: "string" },
  help: { type: "boolean", default: false },
};

/** What the command line asks for. @throws {Error} saying what is wrong with it */
export function readOptions(words) {
  const { values, positionals } = parseArgs({ args: words, options, allowPositionals: true });
  if (values.help) return { isHelp: true };
  const [address, ...more] = positionals;
  if (more.length > 0) throw new Error(`one address is enough: ${more.join(" ")}`);
  oneOfThese("--profile", values.profile, ["short", "full"]);
  if (values.scenario !== undefined) oneOfThese("--scenario", values.scenario, ["room", "rush"]);
  return {
    ...(address === undefined ? {} : { address: addressOf(address) }),
    ...(values.users === undefined ? {} : { users: count("--users", values.users) }),
    ...(values.seconds === undefined ? {} : { seconds: count("--seconds", values.seconds) }),
    profile: values.profile,
    scenario: values.scenario,
    think: rangeOf(values.think),
    processes: count("--processes", values.processes),
    redis: values.redis,
    signIns: values["sign-ins"],
    json: values.json,
  };
}

/** An address without anything after the host. @throws {Error} */
export function addressOf(text) {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !["http:", "https:"].includes(url.protocol))
    throw new Error(`"${text}" is no address such as http://localhost:3001`);
  return url.origin;
}

/** @throws {Error} unless it is a whole number from 1 */
export function count(name, text) {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new Error(`${name} expects a whole number from 1, not "${text}"`);
  return Number(text);
}

function oneOfThese(name, value, allowed) {
  if (!allowed.includes(value)) throw new Error(`${name} expects ${allowed.join(" or ")}, not "${value}"`);
}

function rangeOf(text) {
  const [, from, to] = /^(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)$/.exec(text) ?? [];
  if (from === undefined || Number(from) > Number(to))
    throw new Error(`--think expects two numbers such as 0.2-0.7, not "${text}"`);
  return [Number(from), Number(to)];
}
