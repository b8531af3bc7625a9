import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const FOLDER = join(import.meta.dirname, "..", "..", "docs");
const TEXT = readFileSync(join(FOLDER, "features.md"), "utf8");
const HEAD = ["Feature", "Here", "Helm chart", "Operator", "Proved by"];

/** The cells of each row of each table, without heads and the lines below them. */
const ROWS = TEXT.split("\n")
  .filter((line) => line.startsWith("|"))
  .map(cellsOf)
  .filter(([first]) => first !== HEAD[0] && first !== "---");

describe("the table of features", () => {
  it("has its five columns in every part, and every cell but a proof says something", () => {
    const heads = TEXT.split("\n").filter((line) => line.startsWith("| Feature"));

    expect(heads.map(cellsOf)).toEqual(Array(TEXT.match(/^## /gm)?.length ?? 0).fill(HEAD));
    expect(ROWS.length).toBeGreaterThanOrEqual(60);
    expect(ROWS.filter((cells) => cells.length !== HEAD.length || cells.slice(0, 4).includes(""))).toEqual([]);
  });

  it("says yes, partly or no in its own column, and the same or unknown of the others", () => {
    const wrong = ROWS.filter(([, here = "", ...others]) => {
      const isKnown = others.slice(0, 2).every((cell) => /^(?:(?:yes|partly|no)\b|unknown$)/.test(cell));
      return !/^(?:(?:yes|partly): |no(?:: |$))/.test(here) || !isKnown;
    });

    expect(wrong).toEqual([]);
  });

  it("has a page and a test for what it says is there, and no test for what is not", () => {
    const wrong = ROWS.filter(([, here = "", , , proof = ""]) => {
      const tests = linksOf(proof);
      if (here.startsWith("no")) return proof !== "";
      return linksOf(here).length === 0 || tests.length === 0 || !tests.every((path) => path.endsWith(".test.ts"));
    });

    expect(wrong).toEqual([]);
  });

  it("leads only to files that exist", () => {
    expect(linksOf(TEXT).filter((path) => !existsSync(join(FOLDER, path)))).toEqual([]);
  });
});

function cellsOf(line: string): string[] {
  return line
    .slice(1, -1)
    .split("|")
    .map((cell) => cell.trim());
}

/** Where the links of a text lead, without a place in the page. */
function linksOf(text: string): string[] {
  return [...text.matchAll(/\]\(([^)#]+)[^)]*\)/g)].map(([, path = ""]) => path);
}
