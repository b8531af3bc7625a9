import { describe, expect, it } from "vitest";
import { driftMarkdown } from "../../generator/documents/drift-markdown.ts";
import { driftText } from "../../generator/documents/drift-text.ts";

const LONG = { path: "milvus.config.a", ahead: "x".repeat(61), behind: "y".repeat(61) };

describe("driftMarkdown", () => {
  it("lets no value make markup, a link or a mention", () => {
    const fields = [{ path: 'labels["a|b"]', ahead: '"@ann <img> | `x` #1"', behind: "\u202e" }];

    expect(driftMarkdown([{ from: "dev", to: "prod", fields }])).toContain(
      '| labels&#91;"a&#124;b"&#93; | "@&#8203;ann &#60;img&#62; &#124; &#96;x&#96; &#35;&#8203;1" | &#92;u202e |\n',
    );
  });

  it("counts the fields that it leaves out, and stays below GitHub's limit for the most environments", () => {
    const fields = Array.from({ length: 500 }, (_, index) => ({ ...LONG, path: `${LONG.path}${index}` }));
    const steps = Array.from({ length: 63 }, (_, index) => ({ from: `e${index}`, to: `e${index + 1}`, fields }));
    const text = driftMarkdown(steps);

    expect(text.match(/470 more; `npm run drift` shows all\./g)).toHaveLength(63);
    expect(Buffer.byteLength(text)).toBeLessThan(1_048_576);
  });
});

describe("driftText", () => {
  it("shows what a terminal would obey", () => {
    expect(
      driftText([{ from: "dev", to: "prod", fields: [{ path: "a", ahead: '"\u001b[2J"', behind: "nothing" }] }]),
    ).toContain('  a      "\\x1b[2J"  nothing\n');
  });
});
