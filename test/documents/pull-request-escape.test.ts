import fc from "fast-check";
import { expect, it } from "vitest";
import { visible } from "../../generator/documents/diff-escape.ts";
import { type PullRequestValues, pullRequestBody, reviewComment } from "../../generator/documents/pull-request.ts";
import { anEnvironmentChange, anObjectChange } from "./diff-values.ts";
import { type Markdown, readMarkdown } from "./github-markdown.ts";
import { aPullRequest } from "./pull-request-values.ts";

/** What a name or a value would do to a pull request, if it could. */
const NASTY: readonly string[] = [
  "@everyone and @acme/team",
  "ping a@example.org, a@1a2b3c4d5e and acme/gitops@1a2b3c4d5e",
  "fixes #1, closes acme/gitops#2, resolves GH-3",
  "https://evil.example/x www.evil.example ftp://evil.example <https://evil.example>",
  "[a](http://evil.example) ![b](x.png) [c][d] [^1] [d]: x",
  "<script>alert(1)</script><img src=x onerror=y><!-- <b>",
  "</summary></details></details> &lt; &#64;everyone &amp;",
  "a | b \\| c \\\\| d |",
  "`code` ``more`` ```` a",
  "```\n</details>\n\n# Title\n@everyone",
  "~~~\n~~~ ~~gone~~",
  "*a* **b** _c_ __d__ $x$ $$y$$",
  "a\r\n\r\n## Title\r\n- [x] done",
  "\u202eterces\u202c \u200bhidden\u2066 \u{e0041}\u{e0042} \u00ad\ud800",
  "\u001b[2J\u0000\u0007\u009b",
  ":tada: a:100:b :+1:",
  '"]; click e0w0 "javascript:alert(1)" end %%{init: {}}%% --> <br>',
  "{{constructor}} {{{x}}} ${y}",
  "- a list",
  "+ a list",
  "12. a list",
  "3) a list",
  "---",
  "===",
  "    code",
  "> quoted",
  "# Title #",
  "[ ] task",
  "| - | - |",
  "[skip ci] [ci skip]",
  "back\\",
];

const PLAIN = "Plaintext";

const WORKLOAD = { kind: "Deployment", name: "a", action: "restart", pods: 1, strategy: "one by one", graceSeconds: 30 };

/** The text everywhere that one from outside can stand. */
function everywhere(text: string): PullRequestValues {
  const field = { path: text, what: "value", before: text, after: text };
  const environment = anEnvironmentChange({
    name: text,
    reasons: [
      { risk: "low", rule: "pods-restart", message: text, objects: [text, text] },
      { risk: "low", rule: "capacity-dips", message: text, objects: [text] },
    ],
    objects: [
      anObjectChange({ fields: [] }, text),
      anObjectChange({ object: { kind: text, namespace: text, name: text }, fields: [field] }),
      anObjectChange({ fields: [{ path: text, what: "text", lines: text.split("\n") }] }, "b"),
    ],
    rollOut: [{ wave: 0, workloads: [{ ...WORKLOAD, name: text, strategy: text }] }],
  });
  return {
    kind: "promote",
    environment: text,
    source: text,
    fields: [
      { path: text, before: text, after: text },
      { path: "a", before: undefined, after: text },
    ],
    diff: { from: text, to: text, environments: [environment], unchanged: [text] },
    warnings: [text, text],
    gates: [
      { name: text, state: "failed", text },
      { name: text, state: "waiting", text },
      { name: text, state: "passed", text },
    ],
    undo: [text, `npm run ${text}`, text],
    command: text,
  };
}

function read(text: string): Markdown {
  return readMarkdown(pullRequestBody(everywhere(text), 60_000));
}

/** What GitHub makes of words outside of code. */
const ACTIVE = /@\w|#\d|\bGH-\d|:\/\/|\bwww\.|:[\w+-]+:/i;

const plain = read(PLAIN);

it.each(NASTY)("wherever it stands, a text says what it says and does nothing: %j", (text) => {
  const nasty = read(text);

  expect(nasty.structure).toEqual(plain.structure);
  expect(nasty.prose.filter((words) => ACTIVE.test(words))).toEqual([]);
  expect(timesIn(nasty, visible(text).trim())).toBe(timesIn(plain, PLAIN));
});

/** How often a reader finds the text outside of blocks of code, the space of no width taken away. */
function timesIn({ prose, code }: Markdown, text: string): number {
  const words = [...prose, ...code].map((part) => part.replaceAll("\u200b", "")).join("\n");
  return words.split(text).length - 1;
}

it("the structure that these are held against has no link, no image and no HTML but folds", () => {
  expect(plain.structure).toMatchInlineSnapshot(`
    [
      "blockquote(paragraph(text strong(text) text))",
      "paragraph(text)",
      "table([text|text|text] [text|text|text] [text|emphasis(text)|text])",
      "list(listItem(paragraph(strong(text) text)) listItem(paragraph(strong(text) text)) listItem(paragraph(strong(text) text)))",
      "heading(text)",
      "paragraph(text)",
      "table([text|text|text|text|text|text] [text|strong(text)|text|text|text|text])",
      "paragraph(text)",
      "heading(text)",
      "list(listItem(paragraph(strong(text) text)) listItem(paragraph(strong(text) text)))",
      "paragraph(text)",
      "code mermaid",
      "list(listItem(paragraph(text)))",
      "<details> with a summary",
      "code diff",
      "</details>",
      "<details> with a summary",
      "code diff",
      "</details>",
      "<details> with a summary",
      "code diff",
      "</details>",
      "heading(text)",
      "table([|text|text|text] [text|text|strong(text)|text] [text|text|strong(text)|text] [text|text|text|text])",
      "heading(text)",
      "list(listItem(paragraph(text)) listItem(paragraph(text)))",
      "heading(text)",
      "paragraph(text)",
      "code sh",
      "paragraph(text)",
      "heading(text)",
      "code sh",
    ]
  `);
});

it("so does any mixture of such texts", () => {
  const pieces = fc.constantFrom(
    ..."`|\\<>[]()*_~#@:$&;!-+=.\n\r\t \u202e1ax".split(""),
    "```",
    "GH-",
    "www.",
    "://",
    "</details>",
  );
  const texts = fc
    .array(pieces, { minLength: 1, maxLength: 25 })
    .map((parts) => parts.join(""))
    .filter((text) => text.trim() !== "");
  fc.assert(
    fc.property(texts, (text) => {
      const mixed = read(text);
      expect(mixed.structure).toEqual(plain.structure);
      expect(mixed.prose.filter((words) => ACTIVE.test(words))).toEqual([]);
    }),
    { numRuns: 100, seed: 20_261_128, examples: [[":_"]] },
  );
});

it("a review comment has the same difference, as harmless", () => {
  const [nasty = "", expected = ""] = [NASTY.join(" "), PLAIN].map((text) => reviewComment(everywhere(text).diff, 60_000));
  expect(readMarkdown(nasty).structure).toEqual(readMarkdown(expected).structure);
});

it("keeps a diagram to boxes and arrows, whatever the workloads are called", () => {
  const workloads = NASTY.map((name) => ({ ...WORKLOAD, name }));
  const environments = [anEnvironmentChange({ rollOut: [{ wave: 0, workloads }] })];
  const body = reviewComment({ ...aPullRequest().diff, environments }, 60_000);
  const [diagram] = readMarkdown(body).blocks.filter(({ language }) => language === "mermaid");
  expect(diagram?.text).toMatch(/^flowchart LR\n {2}e0w0\["[\w .,/?-]+(?:<br>[\w .,/?-]+)*"\]$/);
});

it("says nothing in code that a squashed commit would obey, and leaves commands as they are typed", () => {
  const text = "fixes #1 and [skip ci]";
  const fields = [{ path: "a", before: text, after: undefined }];
  const body = pullRequestBody(aPullRequest({ fields, command: `echo '${text}'` }), 60_000);
  expect(body).toContain("| `fixes\u200b #1 and [\u200bskip ci]` |");
  expect(body).toContain(`\necho '${text}'\n`);
});
