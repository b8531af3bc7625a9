import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "..");
const PAGES = [
  "README.md",
  "SECURITY.md",
  ".github/CONTRIBUTING.md",
  ...readdirSync(join(ROOT, "docs"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
].sort();

describe("the pages", () => {
  it.each(PAGES)("lead from %s only to files and headings that exist", (page) => {
    expect(linksOf(page).filter((link) => !leads(page, link))).toEqual([]);
  });

  it("link a test to every feature that is said to be here", () => {
    const rows = read("docs/features.md").matchAll(/^\| ([^|]+) \| (?:yes|partly)\b.*\|([^|]*)\|$/gm);
    const claimed = [...rows].map(([, feature, tests = ""]) => ({ feature, isProved: /\]\(\.\.\/test\/[^)]+\)/.test(tests) }));

    expect(claimed.length).toBeGreaterThanOrEqual(70);
    expect(claimed.filter(({ isProved }) => !isProved)).toEqual([]);
  });
});

/** Those to places in this repository. */
function linksOf(page: string): string[] {
  return [...read(page).matchAll(/\]\((?![a-z]+:)([^)\s]+)\)/g)].map(([, link]) => link ?? "");
}

function leads(page: string, link: string): boolean {
  const [path = "", heading] = link.split("#");
  const target = path === "" ? page : join(dirname(page), path);
  return existsSync(join(ROOT, target)) && (heading === undefined || headingsOf(target).includes(heading));
}

/** As GitHub names them in addresses. */
function headingsOf(page: string): string[] {
  return [...read(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}_ -]/gu, "")
      .replaceAll(" ", "-"),
  );
}

function read(page: string): string {
  return readFileSync(join(ROOT, page), "utf8");
}
