import { describe, expect, it } from "vitest";
import type { Finding } from "../../generator/errors.ts";
import { readTree, writeText } from "../support/repository.ts";
import { type Run, run } from "../support/run.ts";
import { generatedRepository } from "./repositories.ts";

/** Mistakes of every stage: the text, its shape, the meaning of one environment, what environments share. */
const MISTAKES: Readonly<Record<string, string>> = {
  "gitops.yaml": `apiVersion: gitops.milvus.dev/v1alpha1
kind: Platform
repository: { url: https://github.com/acme/gitops.git, branch: main }
argocd: { namespace: argocd, version: 3.5 }
`,
  "overlays/broken/environment.yaml": "profile: [development\n",
  "overlays/dev/environment.yaml": `apiVersion: gitops.milvus.dev/v1alpha1
kind: Environment
profile: development
exposure: { type: NodePort, nodePort: 80 }
etcd: { replica: 1, quotaBackendBytes: 1 }
`,
  "overlays/prod/environment.yaml": `apiVersion: gitops.milvus.dev/v1alpha1
kind: Environment
profile: production
imagePullPolicy: Sometimes
`,
};
const HEADS = [
  "gitops.yaml:4:39 argocd.version: ",
  "overlays/broken/environment.yaml:",
  "overlays/dev/environment.yaml:5:9 etcd.replica: ",
  "overlays/dev/environment.yaml:5:40 etcd.quotaBackendBytes: ",
  "overlays/prod/environment.yaml:4:18 imagePullPolicy: ",
];

/** What only shows once every file has the right shape. */
const WRONG_TOGETHER: Readonly<Record<string, string>> = {
  "overlays/dev/environment.yaml": `apiVersion: gitops.milvus.dev/v1alpha1
kind: Environment
profile: development
namespace: shared
exposure: { type: NodePort, nodePort: 80 }
etcd: { replicas: 2, endpoints: ["etcd.example.com:2379"] }
`,
  "overlays/prod/environment.yaml": `apiVersion: gitops.milvus.dev/v1alpha1
kind: Environment
profile: production
namespace: shared
milvus: { version: "2.6.20", roles: { indexNode: { replicas: 2 } } }
`,
};

describe("bad input", () => {
  it.each(["generate", "check", "secrets"])("of every file is told at once by %s, and nothing is written", async (command) => {
    const { run: result, before, after } = await runOver(MISTAKES, command, ...(command === "secrets" ? ["--env", "dev"] : []));

    expect({ code: result.code, stdout: result.stdout }).toEqual({ code: 2, stdout: "" });
    for (const head of HEADS) expect(`\n${result.stderr}`).toContain(`\n${head}`);
    expect(result.stderr).toMatch(/\n\n5 problems in 4 files\. Nothing (?:was written|else was checked|was printed)\.\n$/);
    expect(after).toEqual(before);
  });

  it("that contradicts itself, or another environment, is told at once", async () => {
    const { run: result, before, after } = await runOver(WRONG_TOGETHER, "generate");
    const errors = result.stderr.split("\n").filter((line) => /^\S+:\d+:\d+ (?!warning)/.test(line));

    expect(result.code).toBe(2);
    expect(errors.map((line) => line.split(" ", 2).join(" "))).toEqual([
      "overlays/dev/environment.yaml:5:39 exposure.nodePort:",
      "overlays/dev/environment.yaml:6:19 etcd.replicas:",
      "overlays/dev/environment.yaml:6:22 etcd.endpoints:",
      "overlays/prod/environment.yaml:4:12 namespace:",
      "overlays/prod/environment.yaml:5:39 milvus.roles.indexNode:",
    ]);
    expect(after).toEqual(before);
  });

  it("is told with --json in one document that holds the same", async () => {
    const text = (await runOver(WRONG_TOGETHER, "generate")).run.stderr;
    const { run: result, before, after } = await runOver(WRONG_TOGETHER, "generate", "--json");
    const { findings, ...rest } = JSON.parse(result.stdout) as { findings: Finding[] };

    expect({ code: result.code, stderr: result.stderr, rest }).toEqual({
      code: 2,
      stderr: "",
      rest: { changes: [], written: false },
    });
    expect(findings.length).toBeGreaterThan(5);
    for (const { location, message, remedy, code } of findings) {
      expect(text).toContain(`${location.file}:${location.line}:${location.column} `);
      expect(text).toContain(message);
      expect(text).toContain(`${remedy} (${code})`);
    }
    expect(after).toEqual(before);
  });

  it("is a folder without gitops.yaml", async () => {
    const { code, stderr } = await run(process.cwd(), "generate", "-C", "no/such/folder");
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringMatching(/^gitops\.yaml:1:1 The file does not exist\.\n/),
    });
  });
});

async function runOver(
  files: Readonly<Record<string, string>>,
  ...args: readonly string[]
): Promise<{ readonly run: Run; readonly before: unknown; readonly after: unknown }> {
  const root = await generatedRepository();
  for (const [path, text] of Object.entries(files)) writeText(root, path, text);
  const before = readTree(root);
  return { run: await run(root, ...args), before, after: readTree(root) };
}
