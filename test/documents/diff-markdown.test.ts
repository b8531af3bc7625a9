import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diffMarkdown } from "../../generator/documents/diff-markdown.ts";
import { anEnvironmentChange, anObjectChange, someValues } from "./diff-values.ts";

const MUCH = 60_000;

/** What a name or a value would do to a pull request, if it could. */
const EVIL = "@acme/team | <b>x</b> `code` [a](http://evil.example) #1 GH-2 www.evil.example *b* \\| ~~~ ```";

describe("diffMarkdown", () => {
  it("tells a table, reasons, the roll-out as a diagram, and every field", () => {
    expect(diffMarkdown(someValues(anEnvironmentChange()), MUCH)).toBe(`## Changes in the clusters

From HEAD (1a2b3c4d) to what would be generated now.

| Environment | Risk | Added | Changed | Removed | Pods that restart |
| --- | --- | ---: | ---: | ---: | ---: |
| prod | **low** | 0 | 1 | 0 | 2 |

No object differs in dev.

### prod: low

- **low** 2 pods restart. (Deployment m/milvus-proxy)

Argo CD rolls this out one step after the other, and waits until all of a step is healthy.

\`\`\`mermaid
flowchart LR
  e0w0["milvus-mixcoord"] --> e0w1
  e0w1["milvus-proxy"]
\`\`\`

- Wave 5: milvus-mixcoord: 2 pods restart, one by one, with up to 90 s to stop
- Wave 10: milvus-proxy: 2 pods restart, one by one, with up to 90 s to stop

<details>
<summary>changed Deployment m/milvus-proxy (low)</summary>

\`\`\`diff
- spec.template.spec.containers[proxy].image: milvusdb/milvus:v2.6.19
+ spec.template.spec.containers[proxy].image: milvusdb/milvus:v2.6.20
\`\`\`

</details>
`);
  });

  it("tells that nothing differs", () => {
    expect(diffMarkdown(someValues(), MUCH)).toBe(
      "## Changes in the clusters\n\nFrom HEAD (1a2b3c4d) to what would be generated now.\n\nNo object differs in dev.\n",
    );
  });

  it("names objects that come and go, and says of a Secret only that it changed", () => {
    const objects = [
      anObjectChange({ change: "added", fields: [] }, "a"),
      anObjectChange({ change: "removed", fields: [] }, "b"),
      anObjectChange({ fields: [{ path: "data.key", what: "secret" }] }, "c"),
    ];
    const text = diffMarkdown(someValues(anEnvironmentChange({ objects })), MUCH);

    expect(text).toContain("```diff\n+ Deployment m/a\n```");
    expect(text).toContain("```diff\n- Deployment m/b\n```");
    expect(text).toContain("```diff\n! data.key: changed (a Secret's value is not shown)\n```");
  });

  it("makes every text harmless: no markup, no HTML, no link, and nobody is named", () => {
    const evil = anEnvironmentChange({
      name: EVIL,
      reasons: [{ risk: "low", rule: "pods-restart", message: EVIL, objects: [EVIL] }],
      objects: [anObjectChange({ fields: [] }, EVIL)],
      rollOut: [],
    });
    const text = diffMarkdown({ ...someValues(evil), from: EVIL, unchanged: [EVIL] }, MUCH);
    const prose = text.replace(/(`{4,})diff\n[\s\S]*?\n\1/g, "");

    expect(prose).not.toMatch(/@(?!&#8203;)/);
    expect(prose).not.toMatch(/:\/\/|www\.|GH-|#1\b|&#35;(?!&#8203;)/);
    expect(prose).not.toMatch(/<(?!\/?(?:details|summary)>)/);
    expect(prose).not.toMatch(/\\|\[|~/);
    expect(prose.match(/`/g)).toBeNull();
    const [row = ""] = text.match(/^\|.*\*\*low\*\*.*$/m) ?? [];
    expect(row.split("|")).toHaveLength(8);
  });

  it("fences values with more back-ticks than they have", () => {
    const field = { path: "a", what: "value", before: "````\n</details>", after: "x" };
    const text = diffMarkdown(someValues(anEnvironmentChange({ objects: [anObjectChange({ fields: [field] })] })), MUCH);
    expect(text).toContain('`````diff\n- a: "````\\n</details>"\n+ a: x\n`````\n');
  });

  it("keeps a diagram's labels free of what Mermaid reads", () => {
    const workload = { kind: "Deployment", name: 'x"]; click y', action: "start", pods: 1, strategy: "", graceSeconds: 30 };
    const text = diffMarkdown(someValues(anEnvironmentChange({ rollOut: [{ wave: 0, workloads: [workload] }] })), MUCH);
    expect(text).toContain('  e0w0["x??? click y"]\n');
  });
});

describe("the budget of diffMarkdown", () => {
  const objects = [
    anObjectChange({ risk: "high", fields: [{ path: "spec.a", what: "value", before: 1, after: 2 }] }, "important"),
    anObjectChange({ fields: [{ path: "spec.b", what: "value", before: "x".repeat(400), after: "y" }] }, "lesser"),
    anObjectChange({ risk: "none", fields: [{ path: "spec.c", what: "value", before: 1, after: 2 }] }, "least"),
  ];
  const values = someValues(anEnvironmentChange({ objects }));
  const whole = diffMarkdown(values, MUCH);

  it("leaves out the fields of the least risk first, and says so", () => {
    const text = diffMarkdown(values, whole.length - 1);
    expect(text).toContain("important");
    expect(text).toContain("lesser");
    expect(text).not.toContain("least");
    expect(text).toMatch(/\nLeft out to keep this short: 1 object\. `npm run diff` shows all\.\n$/);
  });

  it("then roll-outs, then reasons, and last whole environments", () => {
    const short = diffMarkdown(values, 480);
    expect(short).toContain("- **low** 2 pods restart.");
    expect(short).toMatch(/\nLeft out to keep this short: 1 roll-out and 3 objects\. /);
    expect(diffMarkdown(values, 405)).toMatch(/\nLeft out to keep this short: 1 reason, 1 roll-out and 3 objects\. /);
    expect(diffMarkdown(values, 220)).toMatch(/\nLeft out to keep this short: 1 environment\. /);
  });

  it("keeps the environment of the highest risk", () => {
    const many = Array.from({ length: 500 }, (_, index) =>
      anEnvironmentChange({ name: `e${index}`, risk: index === 250 ? "high" : "low" }),
    );
    const text = diffMarkdown(someValues(...many), 1_000);
    expect(text).toContain("| e250 | **high** |");
    expect(text).toMatch(/Left out to keep this short: 4\d\d environments, \d+ reasons/);
  });

  it("is never exceeded", () => {
    fc.assert(
      fc.property(fc.nat({ max: whole.length + 10 }), (budget) => {
        expect(diffMarkdown(values, budget).length).toBeLessThanOrEqual(budget);
      }),
    );
    expect(diffMarkdown(values, whole.length)).toBe(whole);
  });
});
