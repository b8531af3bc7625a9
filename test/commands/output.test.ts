import { describe, expect, it } from "vitest";
import { type Output, processOutput } from "../../generator/commands/output.ts";

describe("progress", () => {
  it("is one line of a terminal, which the next word replaces and a result wipes away", () => {
    expect(written({ isTTY: true }, work)).toEqual(["\r\x1b[Kplanning", "\r\x1b[Kwriting", "\r\x1b[K", "warning\n", "done\n"]);
  });

  it.each([
    ["in a pipe", { isTTY: false }],
    ["for a program that wants JSON", { isTTY: true, json: true }],
  ])("is nothing %s", (_, options) => {
    expect(written(options, work)).toEqual(["warning\n", "done\n"]);
  });
});

function work(out: Output): void {
  out.progress("planning");
  out.progress("planning");
  out.progress("writing");
  out.complain("warning\n");
  out.print("done\n");
}

function written({ isTTY, json = false }: { isTTY: boolean; json?: boolean }, act: (out: Output) => void): string[] {
  const texts: string[] = [];
  const write = (text: string) => texts.push(text);
  act(processOutput(json, { stdout: { write }, stderr: { write, isTTY } }));
  return texts;
}
