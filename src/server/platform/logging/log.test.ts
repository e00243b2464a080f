import fc from "fast-check";
import { expect, test } from "vitest";
import { createLog } from "./log.ts";

function logged(write: (log: ReturnType<typeof createLog>) => void, isPretty = false): string[] {
  const lines: string[] = [];
  write(createLog({ level: "info", isPretty, destination: { write: (line) => lines.push(line) } }));
  return lines;
}

test("a line is one JSON object with a readable level and time", () => {
  const [line = ""] = logged((log) => log.info({ status: 200, ms: 3.5, at: new Date(0) }, "request"));
  expect(JSON.parse(line)).toEqual({
    level: "info",
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    status: 200,
    ms: 3.5,
    at: "1970-01-01T00:00:00.000Z",
    msg: "request",
  });
});

test("credentials and personal data are hidden by name, however deep, and by shape in texts", () => {
  const [line = ""] = logged((log) =>
    log.info({
      headers: {
        cookie: "sid=s3cret",
        "set-cookie": ["sid=s3cret"],
        Authorization: "Bearer s3cret",
        accept: "text/html",
      },
      body: { person: { email: "ada@s3cret.org", newPassword: "s3cret" }, list: [{ resetToken: "s3cret" }] },
      url: "/en/verify?token=s3cret&lang=pl",
      note: "mail to Ada.L+x@s3cret.example.org bounced; postgresql://app:s3cret@db/app is away",
    }),
  );
  expect(line).not.toContain("s3cret");
  expect(JSON.parse(line)).toMatchObject({
    headers: { accept: "text/html" },
    url: "/en/verify?token=[hidden]&lang=pl",
    note: "mail to [hidden] bounced; postgresql://[hidden]@db/app is away",
  });
});

test("an error keeps what finds the fault, and loses the row that offended", () => {
  const error = Object.assign(new Error("duplicate key"), {
    code: "23505",
    constraint: "people_email_key",
    detail: "Key (email)=(s3cret) already exists.",
    cause: new Error("for ada@s3cret.org"),
  });
  const [line = ""] = logged((log) => log.error({ error }, "request failed"));
  expect(line).not.toContain("s3cret");
  expect(JSON.parse(line).error).toMatchObject({
    type: "Error",
    message: "duplicate key",
    code: "23505",
    constraint: "people_email_key",
    stack: expect.stringContaining("log.test.ts"),
    cause: { message: "for [hidden]" },
  });
});

test("for people a line is time, level, message and fields, with a stack below", () => {
  const lines = logged((log) => {
    log.info({ status: 200, url: "/en", note: "two words" }, "request");
    log.error({ error: new Error("broken") }, "failed");
    log.debug("too quiet");
  }, true);
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatch(/^\d\d:\d\d:\d\d\.\d{3} info {2}request status=200 url=\/en note="two words"\n$/);
  expect(lines[1]).toMatch(/^\S+ error failed\n {2}Error: broken\n {4,}at /);
});

const word = fc.stringMatching(/^[a-z]{6,12}$/);
const secrets = fc.record({
  email: fc.tuple(word, word).map(([name, host]) => `${name}.q7@${host}.example.org`),
  token: fc.stringMatching(/^tok[A-Za-z0-9_-]{20,40}$/),
});
const secretNames = fc.constantFrom(
  ...["password", "newPassword", "token", "resetToken", "cookie", "set-cookie", "authorization", "email", "appSecret"],
);

test("whatever is logged, however deep and in whatever words, no address, token, cookie or password is in the line", () => {
  const around = fc.string({ maxLength: 20 }).map((text) => text.replaceAll(/[\w.+@-]/g, " "));
  fc.assert(
    fc.property(
      secrets,
      secretNames,
      fc.tuple(around, around, fc.integer({ min: 0, max: 8 })),
      ({ email, token }, name, [before, after, depth]) => {
        let fields: Record<string, unknown> = {
          [name]: token,
          list: [`${before}${email}${after}`],
          url: `/en/verify?token=${token}&email=${email}`,
          error: Object.assign(new Error(`${before}${email}${after}`), { detail: email, parameters: [token] }),
          address: `postgresql://app:${token}@db/app`,
        };
        for (let n = 0; n < depth; n++) fields = { [`in${n}`]: n % 2 === 0 ? fields : [fields] };
        const [line = ""] = logged((log) => log.info(fields, `mail to ${email} from ?token=${token}`));
        expect(line).not.toContain(token);
        expect(line).not.toContain(email);
      },
    ),
    { numRuns: 200 },
  );
});
