import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DiffEnvironment } from "../../generator/documents/diff-values.ts";
import { type PullRequestValues, pullRequestBody, reviewComment } from "../../generator/documents/pull-request.ts";
import { anEnvironmentChange, anObjectChange, someValues } from "./diff-values.ts";
import { readMarkdown } from "./github-markdown.ts";
import { aPullRequest } from "./pull-request-values.ts";

const MUCH = 60_000;

describe("pullRequestBody", () => {
  it("tells a promotion from its intent to how it was made", async () => {
    await expect(pullRequestBody(aPullRequest(), MUCH)).toMatchFileSnapshot("../golden/pull-request.md");
  });

  it.each<[string, Partial<PullRequestValues>]>([
    [
      "This changes 2 fields of `overlays/prod/environment.yaml`, and what is generated from them.",
      { kind: "propose", source: undefined },
    ],
    [
      "This changes 2 fields of `gitops.yaml`, and what is generated from them.",
      { kind: "propose", environment: "gitops.yaml" },
    ],
    [
      "This brings what runs in staging to prod: `overlays/prod/environment.yaml` stays as it is, and what is generated from it changes.",
      { fields: [] },
    ],
    [
      "This takes prod back to 1a2b3c4d prod: more pods: 1 field of `overlays/prod/environment.yaml`, and what is generated from it.",
      { kind: "rollback", source: "1a2b3c4d prod: more pods", fields: [{ path: "a", before: "1", after: undefined }] },
    ],
    [
      "This brings what is generated for prod up to date with its description, which stays as it is.",
      { kind: "regenerate", source: undefined, fields: [] },
    ],
  ])("begins with %j", (intent, overrides) => {
    const body = pullRequestBody(aPullRequest({ gates: [], ...overrides }), MUCH);
    expect(body.slice(0, body.indexOf("\n"))).toBe(`${intent} No cluster changes before it is merged.`);
  });

  it("says above all else not to merge while a gate is not passed, and nothing of it afterwards", () => {
    const gates = (["failed", "waiting", "passed"] as const).map((state) => ({ name: `a ${state} one`, state, text: "" }));
    expect(pullRequestBody(aPullRequest({ gates }), MUCH)).toMatch(
      /^> \[!CAUTION\]\n> \*\*Do not merge yet\.\*\* Failed: a failed one\. Waiting: a waiting one\.\n\n/,
    );
    expect(pullRequestBody(aPullRequest({ gates: gates.slice(2) }), MUCH)).not.toContain("Do not merge");
  });

  it("has no heading without anything under it", () => {
    const values = aPullRequest({ fields: [], gates: [], warnings: [], undo: [], diff: someValues() });
    expect(pullRequestBody(values, MUCH).match(/^#.*|^\*.*/gm)).toEqual([
      "**No object in a cluster differs.**",
      "## Changes in the clusters",
      "## How it was made",
    ]);
  });

  it("tells what is empty from what is not set, and shows no more of a value than a reader can take in", () => {
    const fields = [
      { path: "a", before: "", after: undefined },
      { path: "b", before: "_not set_", after: "x".repeat(300) },
    ];
    expect(pullRequestBody(aPullRequest({ fields }), MUCH)).toContain(
      `| \`a\` | _empty_ | _not set_ |\n| \`b\` | \`_not set_\` | \`${"x".repeat(200)}… (100 characters more)\` |\n`,
    );
  });
});

describe("the first lines about the clusters", () => {
  const reason = (risk: string, rule: string, object: string) => ({ risk, rule, message: `${rule} here.`, objects: [object] });
  const lines = (...environments: readonly DiffEnvironment[]) =>
    reviewComment(someValues(...environments), MUCH)
      .split("\n\n")[0]
      ?.split("\n");

  it("are the highest risk with its reason, the pods, and what is missing meanwhile", () => {
    const risky = anEnvironmentChange({
      name: "prod",
      risk: "high",
      reasons: [reason("high", "family-up", "a"), reason("high", "tls-removed", "b"), reason("medium", "capacity-dips", "c")],
    });
    expect(lines(anEnvironmentChange({ name: "dev", rollOut: [] }), risky)).toEqual([
      "- **Highest risk: high, in prod.** family-up here. (a), and 1 more reason for this risk",
      "- **Pods:** 4 restart, in 2 waves.",
      "- **While it rolls out:** capacity-dips here. (c)",
    ]);
  });

  it("count pods that start, and DaemonSets, whose pods nobody can count", () => {
    const workload = { kind: "Deployment", name: "a", action: "start", pods: 3, strategy: "at once", graceSeconds: 30 };
    const onNodes = { ...workload, kind: "DaemonSet", action: "restart", pods: undefined };
    const rollOut = [{ wave: 1, workloads: [workload, onNodes] }];
    const environment = anEnvironmentChange({ counts: { added: 1, changed: 1, removed: 0, restarts: 0 }, rollOut });
    expect(lines(environment)).toContain("- **Pods:** 3 start and those of 1 DaemonSet on every node, in 1 wave.");
  });

  it("say that nothing acts differently", () => {
    const quiet = { risk: "none", reasons: [], rollOut: [], counts: { added: 0, changed: 1, removed: 0, restarts: 0 } };
    expect(lines(anEnvironmentChange(quiet))).toEqual([
      "- **Highest risk: none.** Nothing in a cluster acts differently.",
      "- **Pods:** none restarts.",
    ]);
    expect(lines()).toEqual(["**No object in a cluster differs.**"]);
  });
});

describe("the budget of pullRequestBody", () => {
  const huge = (environments: number) =>
    someValues(
      ...Array.from({ length: environments }, (_, index) =>
        anEnvironmentChange({
          name: `environment-${index}`,
          risk: index === 700 ? "destructive" : "low",
          objects: Array.from({ length: 5 }, (_, number) => anObjectChange({ risk: "none" }, `milvus-${index}-${number}`)),
        }),
      ),
    );

  it("keeps the alert, the gates, the undo and the highest risk of 1,000 environments, and counts what is left out", () => {
    const body = pullRequestBody(aPullRequest({ environment: "gitops.yaml", diff: huge(1_000) }), MUCH);

    expect(body.length).toBeLessThanOrEqual(MUCH);
    expect(body.length).toBeGreaterThan(MUCH - 1_000);
    expect(body).toContain("| environment-700 | **destructive** |");
    expect(body.match(/^\*\*.*|^Left out.*|^## .*|^\| \[.*/gm)).toEqual([
      expect.stringMatching(
        /^Left out to keep this short: \d+ reasons, 1000 roll-outs and 5000 objects\. `npm run diff` on this branch shows every object\.$/,
      ),
      "## Changes in the clusters",
      "## Gates",
      "| [x] | health | passed | staging is Healthy at 5e6f7a8b. |",
      "| [ ] | soak | **waiting** | It has run for 3 h of 24 h. |",
      "## Warnings",
      "## How to undo it",
      "## How it was made",
    ]);
  });

  it("leaves out what only this text tells last, and of that gates that are not passed", () => {
    const gates = (["failed", "waiting", "passed"] as const).map((state) => ({ name: `${state}-gate`, state, text: "" }));
    const told = Array.from({ length: 200 }, (_, index) => {
      const body = pullRequestBody(aPullRequest({ gates, diff: huge(1) }), 1_600 - 5 * index);
      return (body.match(/^## (?:Warn|How).*|^\| `milvus\.version|^\| environment-0|^\| .*-gate/gm) ?? []).map((line) =>
        line.split(" ").at(-1),
      );
    });
    const whole = ["`milvus.version", "environment-0", "failed-gate", "waiting-gate", "passed-gate", "Warnings", "it", "made"];

    expect([...new Set(told.map((line) => line.join(" ")))]).toEqual(
      [
        whole,
        whole.filter((word) => word !== "environment-0"),
        ["`milvus.version", "failed-gate", "waiting-gate", "passed-gate", "it", "made"],
        ["failed-gate", "waiting-gate", "passed-gate", "it", "made"],
        ["failed-gate", "waiting-gate", "passed-gate", "it"],
        ["failed-gate", "waiting-gate", "passed-gate"],
        ["failed-gate", "waiting-gate"],
        ["failed-gate"],
        [],
      ].map((words) => words.join(" ")),
    );
  });

  it("is not spent on one enormous row while environments could be told", () => {
    const fields = [{ path: "a", before: "|#".repeat(100), after: "" }, ...aPullRequest().fields];
    const command = `npm run propose -- ${"x".repeat(59_000)}`;
    const body = pullRequestBody(aPullRequest({ fields, command }), MUCH);
    expect(body.match(/^Left out.*|^<summary>.*|^\| `.*/gm)).toEqual([
      "| `milvus.version` | `2.6.18` | `2.6.20` |",
      "| `milvus.config.proxy.maxTaskNum` | _not set_ | `1024` |",
      "Left out to keep this short: 1 command and 1 field. `npm run diff` on this branch shows every object.",
      "<summary>changed Deployment m/milvus-querynode (medium)</summary>",
      "<summary>changed Deployment m/milvus-proxy (low)</summary>",
    ]);
  });

  it("is never exceeded, and what is told stays whole", () => {
    const text = fc.oneof(
      {
        weight: 1,
        arbitrary: fc
          .constantFrom("#", "@|`\n", "\u202e", "x", "😀")
          .chain((unit) => fc.nat({ max: 5_000 }).map((n) => unit.repeat(n))),
      },
      { weight: 4, arbitrary: fc.string({ maxLength: 5 }) },
    );
    const state = fc.constantFrom<"passed" | "waiting" | "failed">("passed", "waiting", "failed");
    const risk = fc.constantFrom("none", "low", "medium", "high", "destructive");
    const field = fc.record({ path: text, what: fc.constant("value"), before: text, after: text });
    const environment = fc.record({
      name: text,
      risk,
      reasons: fc.array(
        fc.record({ risk, rule: fc.constantFrom("capacity-dips", "x"), message: text, objects: fc.array(text) }),
      ),
      objects: fc.array(
        field.map((one) => anObjectChange({ fields: [one] })),
        { maxLength: 5 },
      ),
    });
    const values = fc.record({
      environment: text,
      source: text,
      fields: fc.array(fc.record({ path: text, before: text, after: text }), { maxLength: 50 }),
      diff: fc
        .tuple(fc.array(environment.map(anEnvironmentChange), { maxLength: 5 }), fc.constantFrom(1, 20))
        .map(([few, times]) => someValues(...Array.from({ length: times }, () => few).flat())),
      warnings: fc.array(text, { maxLength: 60 }),
      gates: fc.array(fc.record({ name: text, state, text }), { maxLength: 50 }),
      undo: fc.array(
        fc.oneof(
          text,
          text.map((words) => `npm ${words}`),
        ),
      ),
      command: text,
    });
    fc.assert(
      fc.property(values, fc.constantFrom(MUCH, MUCH, 40_000), (overrides, budget) => {
        const body = pullRequestBody(aPullRequest(overrides), budget);
        expect(body.length).toBeLessThanOrEqual(budget);
        expect(body.match(/^<details>$/gm)?.length).toBe(body.match(/^<\/details>$/gm)?.length);
        expect(body.endsWith("\n")).toBe(true);
        expect(reviewComment(aPullRequest(overrides).diff, budget).length).toBeLessThanOrEqual(budget);
      }),
      { numRuns: 15, seed: 20_261_128 },
    );
  });
});

it("a review comment is the difference and its risk, without the rest", () => {
  const { structure } = readMarkdown(reviewComment(aPullRequest().diff, MUCH));
  const body = readMarkdown(pullRequestBody(aPullRequest(), MUCH)).structure;
  expect(body.join("\n")).toContain(structure.join("\n"));
});
