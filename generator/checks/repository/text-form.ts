import type { Invariant, RepositoryTree } from "../invariant.ts";
import { inTexts } from "./files.ts";

export const linesEndAlike: Invariant<RepositoryTree> = {
  name: "lines-end-alike",
  code: "E_ENC",
  severity: "error",
  reason: "A carriage return becomes part of a value, and every line of the file is one that changed.",
  remedy: "Save the file with line feeds (LF) alone.",
  find: inTexts(({ text }) => {
    const lines = linesWith(text, "\r");
    return lines.length === 0 ? [] : [`Line ${lines[0]} ends with a carriage return${others(lines)}.`];
  }),
};

function linesWith(text: string, part: string): number[] {
  if (!text.includes(part)) return [];
  return text.split("\n").flatMap((line, index) => (line.includes(part) ? [index + 1] : []));
}

function others({ length }: readonly number[]): string {
  return length === 1 ? "" : `, as ${length - 1} more do`;
}

export const lastLineEnds: Invariant<RepositoryTree> = {
  name: "last-line-ends",
  code: "E_ENC",
  severity: "error",
  reason: "Whoever adds a line below changes two, and a tool that joins files joins two lines.",
  remedy: "End the file with a line feed.",
  find: inTexts(({ text }) => (text === "" || text.endsWith("\n") ? [] : ["Its last line has no end."])),
};
