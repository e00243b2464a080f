import { expect, test } from "vitest";
import { repeatWhileHeard } from "./repeat-while-heard.ts";

test("whoever listens is told that looking failed, and the reason is reported once until it works again", async () => {
  const results = ["one", "lost", "lost", "two", "lost", "three"];
  const reported: unknown[] = [];
  const look = async () => {
    const result = results.shift() ?? "three";
    if (result === "lost") throw new Error(result);
    return result;
  };
  const follow = repeatWhileHeard({ look, everyMs: 0, report: (error) => reported.push(error) });
  const seen = await new Promise<(string | undefined)[]>((resolve) => {
    const heard: (string | undefined)[] = [];
    const end = follow((each) => {
      heard.push(each);
      if (each !== "three") return;
      end();
      resolve(heard);
    });
  });
  expect(seen).toEqual(["one", undefined, undefined, "two", undefined, "three"]);
  expect(reported).toEqual([new Error("lost"), new Error("lost")]);
});
