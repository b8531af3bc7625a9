import type { Finding, Location } from "../errors.ts";
import type { Code } from "./codes.ts";
import type { ProblemText } from "./problem.ts";

/** More findings than this in one file are one mistake seen many times over. */
export const MAX_FINDINGS = 100;

/** An error as a value: the one place where texts, code and address become a finding. */
export function finding(location: Location, path: string, code: Code, text: ProblemText): Finding {
  return { code, severity: "error", location, path, message: text.message, reason: text.reason ?? "", remedy: text.remedy };
}

/** A finding about a whole file. */
export function startOf(file: string, code: Code, text: ProblemText): Finding {
  return finding({ file, line: 1, column: 1 }, "", code, text);
}

/** A finding at an offset in the text of a file. */
export function findingAt(file: string, text: string, offset: number, code: Code, words: ProblemText, path = ""): Finding {
  return finding(locationAt(file, text, offset), path, code, words);
}

/** Line and column of an offset, from 1; columns count UTF-16 units, as editors do. */
export function locationAt(file: string, text: string, offset: number): Location {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf("\n") + 1;
  return { file, line: before.split("\n").length, column: offset - lineStart + 1 };
}
