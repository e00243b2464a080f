import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeEach, expect, test } from "vitest";
import type { Db } from "../db/database.ts";
import type { JobRequest } from "../jobs/jobs.ts";
import { fixedClock } from "../time/clock.ts";
import { composeLetter } from "./compose.ts";
import { createMail, type MailMessage } from "./mail.ts";

const root = await mkdtemp(join(tmpdir(), "mail-test-"));
afterAll(() => rm(root, { recursive: true }));

let folder = "";
let folders = 0;
beforeEach(() => {
  folder = join(root, String(++folders));
});

const noDb = {} as Db;
const letter: MailMessage = {
  to: "zosia@example.org",
  subject: "Masz miejsce: „Mediacje w zespole” – do zobaczenia w środę, 3 marca o dziesiątej, w sali numer 12",
  text: `Cześć!\n\nOtwórz:\nhttp://localhost:3001/pl/account/verify?token=${"a=".repeat(60)}\n\nŻółta łódź.\n`,
  html: "<p>Cześć!</p>",
  language: "pl",
};

/** A mail service whose queue is a list; `send` puts a message through all of it. */
function service(smtpUrl?: string) {
  const queue: { name: string; payload: object }[] = [];
  const clock = fixedClock("2027-01-15T09:00:00Z");
  const jobs = { add: async (_db: Db, { name, payload }: JobRequest) => void queue.push({ name, payload }) };
  const settings = { smtpUrl, from: "WorkshopsAI <hello@example.org>", folder };
  const mail = createMail({ jobs, clock, settings, appSecret: "only for tests" });
  const run = async () => {
    // As the queue keeps them.
    for (const { payload } of queue.splice(0)) await mail.jobs[0]?.run(JSON.parse(JSON.stringify(payload)) as never);
  };
  const send = async (message: MailMessage) => {
    await mail.enqueue(noDb, message);
    await run();
  };
  return { mail, clock, queue, run, send };
}

test("without an SMTP server a message becomes a file that only its owner can read", async () => {
  const { mail, send } = service();
  await send(letter);
  expect(mail.isDelivering).toBe(false);
  const [summary] = await mail.listMessages();
  expect(summary).toMatchObject({ to: letter.to, subject: letter.subject, sentAt: "2027-01-15T09:00:00.000Z" });
  expect(summary?.name).toMatch(/^[a-z0-9-]{1,100}$/);
  const message = await mail.getMessage(summary?.name ?? "");
  expect(message?.text.trimEnd()).toBe(letter.text.trimEnd());
  const file = await stat(join(folder, `${summary?.name}.eml`));
  expect(file.mode & 0o777).toBe(0o600);
});

test("a message that waits in the queue can be read by nobody who only has the database", async () => {
  const { mail, queue } = service();
  await mail.enqueue(noDb, letter);
  const waiting = JSON.stringify(queue);
  for (const secret of ["zosia@example.org", "token=", "Cześć", "Mediacje"]) expect(waiting).not.toContain(secret);
});

test("messages without HTML, of plain ASCII, and empty folders are read as well", async () => {
  const { mail, send } = service();
  expect(await mail.listMessages()).toEqual([]);
  await send({ to: "ada@example.org", subject: "Hello", text: "Plain = simple.\n", language: "en" });
  const [summary] = await mail.listMessages();
  expect(await mail.getMessage(summary?.name ?? "")).toMatchObject({ subject: "Hello", text: "Plain = simple.\n" });
});

test("newest first, and nothing outside the folder can be named", async () => {
  const { mail, clock, send } = service();
  for (const subject of ["one", "two", "three"]) {
    await send({ ...letter, subject });
    if (subject === "two") clock.advance(1000);
  }
  expect((await mail.listMessages()).map(({ subject }) => subject)).toEqual(["three", "two", "one"]);
  for (const name of ["../secret", "..", "", "no-such-message", "a/b"])
    expect(await mail.getMessage(name)).toBeUndefined();
});

test("the newest 500 are kept", async () => {
  const { mail, send } = service();
  await send(letter);
  const source = await readFile(join(folder, (await readdir(folder))[0] ?? ""));
  for (let i = 0; i < 501; i++) await writeFile(join(folder, `2026-${String(i).padStart(4, "0")}.eml`), source);
  await send(letter);
  const names = (await mail.listMessages()).map(({ name }) => name);
  expect(names).toHaveLength(500);
  expect(names.filter((name) => name.startsWith("20270115"))).toHaveLength(2);
  expect(names.at(-1)).toBe("2026-0003");
});

test("no text makes a header or a second recipient", async () => {
  const { mail, queue, run } = service();
  for (const to of ["a@example.org\r\nBcc: b@example.org", "a@example.org, b@example.org", "A <a@example.org>", ""]) {
    await expect(mail.enqueue(noDb, { ...letter, to })).rejects.toThrow();
  }
  expect(queue).toHaveLength(0);
  await mail.enqueue(noDb, { ...letter, subject: "Hi\r\nBcc: b@example.org\u2028\0end" });
  await run();
  const [summary] = await mail.listMessages();
  expect(summary?.subject).toBe("Hi Bcc: b@example.org end");
  const source = await readFile(join(folder, `${summary?.name}.eml`), "utf8");
  expect(source).not.toMatch(/^bcc:/im);
});

test("with an SMTP server the message goes there, once per message id, and to no file", async () => {
  const received: { from: string; to: string[]; source: string }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom ? mailFrom.address : "";
        received.push({ from, to: rcptTo.map(({ address }) => address), source: Buffer.concat(chunks).toString() });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  const { mail, send } = service(`smtp://127.0.0.1:${port}`);
  await send(letter);
  await new Promise<void>((resolve) => server.close(() => resolve()));
  expect(mail.isDelivering).toBe(true);
  expect(received).toHaveLength(1);
  expect(received[0]).toMatchObject({ from: "hello@example.org", to: ["zosia@example.org"] });
  expect(received[0]?.source).toMatch(/^Message-ID: <[0-9a-f-]{36}@workshopsai>/im);
  expect(received[0]?.source).toMatch(/^Content-Language: pl/im);
  expect(await mail.listMessages()).toEqual([]);
});

test("a server that cannot be reached makes the job fail, so that the queue tries again", async () => {
  const { send } = service("smtp://127.0.0.1:1");
  await expect(send(letter)).rejects.toThrow("ECONNREFUSED");
});

test("a letter's HTML shows what people typed as text", () => {
  const { text, html } = composeLetter({
    language: "en",
    paragraphs: ['Hello <b>Ada</b> & "co"'],
    action: { label: "Open", url: "http://localhost/?a=1&b=2" },
    closing: ["Bye"],
  });
  expect(text).toBe('Hello <b>Ada</b> & "co"\n\nOpen:\nhttp://localhost/?a=1&b=2\n\nBye\n');
  expect(html).toContain("<p>Hello &lt;b&gt;Ada&lt;/b&gt; &amp; &quot;co&quot;</p>");
  expect(html).toContain('href="http://localhost/?a=1&amp;b=2"');
});
