import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { RUNBOOKS } from "../../generator/identity/rule.ts";

const FOLDER = join(import.meta.dirname, "..", "..", "docs", "runbooks");
const PAGES = readdirSync(FOLDER).filter((name) => name !== "README.md");
const SECTIONS = ["When", "What goes wrong without it", "Before you begin", "Steps", "Verify", "Going back", "Sources"];

describe("the runbooks", () => {
  it("hold a page for every rule that sends people to one", () => {
    expect(RUNBOOKS.filter((name) => !PAGES.includes(`${name}.md`))).toEqual([]);
  });

  it.each(PAGES)("have the sections that people look for in %s", (page) => {
    const headings = [...read(page).matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
    expect(headings).toEqual(SECTIONS);
  });

  it.each(PAGES)("number the steps of %s", (page) => {
    expect(/\n## Steps\n[^#]*^1\. /m.test(read(page))).toBe(true);
  });

  it("are all in their index, and the index has no others", () => {
    const linked = [...read("README.md").matchAll(/\]\(([a-z0-9-]+\.md)\)/g)].map(([, page]) => page);
    expect([...new Set(linked)].sort()).toEqual([...PAGES].sort());
  });
});

function read(page: string): string {
  return readFileSync(join(FOLDER, page), "utf8");
}
