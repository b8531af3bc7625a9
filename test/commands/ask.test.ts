import { PassThrough } from "node:stream";
import { describe, expect, it, vi } from "vitest";
import { Cancelled, terminalAsker, untilCancelled } from "../../generator/commands/ask.ts";

const CHOICES = ["a", "b", "c"].map((value) => ({ value, label: value, hint: "" }));
const [ENTER, SPACE, DOWN, CONTROL_C] = ["\r", " ", "\x1b[B", "\x03"];

describe("a question on a terminal", () => {
  it("with several answers has all of them chosen at first", async () => {
    expect(await answerWith([ENTER])).toEqual(["a", "b", "c"]);
  });

  it("loses the answers that a person unmarks", async () => {
    expect(await answerWith([DOWN, SPACE, ENTER])).toEqual(["a", "c"]);
  });

  it("ends the command, and no more, where a person breaks it off", async () => {
    await expect(answerWith([CONTROL_C])).rejects.toThrow(Cancelled);
    expect(await untilCancelled(() => answerWith([CONTROL_C]).then(() => 3))).toBe(0);
  });
});

async function answerWith(keys: readonly string[]): Promise<readonly string[]> {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const shown: string[] = [];
  output.on("data", (text) => shown.push(String(text)));
  const answer = terminalAsker({ input, output }).pick("Which?", CHOICES);
  answer.catch(() => {});
  await vi.waitFor(() => expect(shown.join("")).toContain("Which?"));
  for (const key of keys) input.write(key);
  return answer;
}
