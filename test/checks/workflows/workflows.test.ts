import { describe, expect, it } from "vitest";
import { problemsOf } from "../../../generator/checks/broken-invariants.ts";
import type { Invariant, RepositoryTree } from "../../../generator/checks/invariant.ts";
import { checkoutKeepsNoCredentials, noInheritedSecrets } from "../../../generator/checks/workflows/credentials.ts";
import { WORKFLOWS } from "../../../generator/checks/workflows/index.ts";
import { scriptsTakeNoText } from "../../../generator/checks/workflows/injection.ts";
import { installsRunNoScripts } from "../../../generator/checks/workflows/installs.ts";
import { jobsHaveLeastRights, workflowStartsWithoutRights } from "../../../generator/checks/workflows/permissions.ts";
import { actionsPinned, pinsNameVersions, workflowImagesPinned } from "../../../generator/checks/workflows/pinned.ts";
import { jobsTimeOut } from "../../../generator/checks/workflows/time-limits.ts";
import { noDangerousTriggers } from "../../../generator/checks/workflows/triggers.ts";
import { repositoryOf } from "../repository/tree.ts";

const SHA = "11bd71901bbe5b1630ceea73d27597364c9af683";
const DIGEST = `sha256:${"0".repeat(64)}`;

describe("noDangerousTriggers", () => {
  it.each(["on: push", "on: [push, pull_request]", "on:\n  pull_request:\n  schedule: []", "name: x"])("accepts %s", (text) => {
    expect(messages(noDangerousTriggers, text)).toEqual([]);
  });

  it.each([
    { text: "on: workflow_run", trigger: "workflow_run" },
    { text: "on: [push, pull_request_target]", trigger: "pull_request_target" },
    { text: "on:\n  pull_request_target:\n    types: [opened]", trigger: "pull_request_target" },
  ])("refuses $text", ({ text, trigger }) => {
    expect(messages(noDangerousTriggers, text)).toEqual([`It runs on ${trigger}.`]);
  });
});

describe("workflowStartsWithoutRights", () => {
  it.each([
    { text: "permissions: {}", found: [] },
    { text: "name: x", found: ["It sets no permissions."] },
    { text: "permissions: read-all", found: ['It sets permissions: "read-all".'] },
    { text: "permissions: { contents: read }", found: ['It sets permissions: {"contents":"read"}.'] },
  ])("finds $found in $text", ({ text, found }) => {
    expect(messages(workflowStartsWithoutRights, text)).toEqual(found);
  });
});

describe("jobsHaveLeastRights", () => {
  it.each([
    { permissions: "{ contents: write, pull-requests: write, statuses: write, packages: read, issues: none }", found: [] },
    { permissions: "write-all", found: ['Job one: it sets permissions: "write-all".'] },
    { permissions: "{ actions: write, contents: read }", found: ["Job one: it may write actions."] },
  ])("finds $found in $permissions", ({ permissions, found }) => {
    expect(messages(jobsHaveLeastRights, `jobs:\n  one:\n    permissions: ${permissions}\n  two: {}`)).toEqual(found);
  });
});

describe("actionsPinned and pinsNameVersions", () => {
  it.each([`a/b@${SHA} # v1.2.3`, `"a/b/c@${SHA}" # 4`, "./.github/actions/x", `docker://alpine@${DIGEST}`])(
    "accept %s",
    (uses) => {
      expect(messages(actionsPinned, steps(`uses: ${uses}`))).toEqual([]);
      expect(messages(pinsNameVersions, steps(`uses: ${uses}`))).toEqual([]);
    },
  );

  it.each(["a/b@v4", "a/b@main", "a/b", `a/b@${SHA.slice(1)}`, `a/b@${SHA.toUpperCase()}`, "docker://alpine:3"])(
    "refuse %s",
    (uses) => {
      expect(messages(actionsPinned, steps(`uses: ${uses}`))).toEqual([`It uses ${uses}.`]);
    },
  );

  it("refuse a workflow of somebody else by its branch", () => {
    expect(messages(actionsPinned, "jobs:\n  one:\n    uses: a/b/.github/workflows/c.yml@main")).toEqual([
      "It uses a/b/.github/workflows/c.yml@main.",
    ]);
  });

  it.each(["", " # latest"])("refuse a commit with the comment '%s'", (comment) => {
    expect(messages(pinsNameVersions, steps(`uses: a/b@${SHA}${comment}`))).toEqual([
      `It uses a/b@${SHA} without its version.`,
    ]);
  });

  it("look into the actions of this repository", () => {
    const tree = repositoryOf({
      ".github/actions/x/action.yml": "runs:\n  steps:\n    - uses: a/b@v1\n",
      "x/action.yml": "runs: {}\n",
    });

    expect(actionsPinned.find(tree)).toEqual([{ subject: ".github/actions/x/action.yml", message: "It uses a/b@v1." }]);
    expect(workflowStartsWithoutRights.find(tree)).toEqual([]);
  });
});

describe("workflowImagesPinned", () => {
  it("wants the digest of a container and of services", () => {
    const job = (container: string, service: string) =>
      `jobs:\n  one:\n    container: ${container}\n    services:\n      db: { image: "${service}" }`;

    expect(messages(workflowImagesPinned, job(`node@${DIGEST}`, `db:1@${DIGEST}`))).toEqual([]);
    expect(messages(workflowImagesPinned, job("{ image: 'node:20' }", "db"))).toEqual([
      "It runs the image node:20.",
      "It runs the image db.",
    ]);
  });
});

describe("checkoutKeepsNoCredentials", () => {
  it.each([
    { step: `uses: actions/checkout@${SHA}\n        with: { persist-credentials: false }`, found: 0 },
    { step: `uses: actions/checkout@${SHA}\n        with: { persist-credentials: "false" }`, found: 0 },
    { step: `uses: actions/setup-node@${SHA}`, found: 0 },
    { step: `uses: actions/checkout@${SHA}\n        with: { persist-credentials: true }`, found: 1 },
    { step: `uses: actions/checkout@${SHA}`, found: 1 },
  ])("finds $found in $step", ({ step, found }) => {
    expect(messages(checkoutKeepsNoCredentials, steps(`name: get\n        ${step}`))).toEqual(
      Array.from({ length: found }, () => "Step get: it keeps its credentials."),
    );
  });
});

describe("noInheritedSecrets", () => {
  it("accepts secrets by name, and refuses all of them", () => {
    expect(messages(noInheritedSecrets, "jobs:\n  one:\n    secrets: { a: b }\n  two:\n    secrets: inherit")).toEqual([
      "Job two: it passes all secrets on.",
    ]);
  });
});

describe("scriptsTakeNoText", () => {
  it.each(["matrix.node", "runner.temp", "github.sha", "github.event_name"])(
    "accepts %s, which nobody outside chooses",
    (expression) => {
      expect(messages(scriptsTakeNoText, steps(`run: echo \${{ ${expression} }}`))).toEqual([]);
    },
  );

  it.each([
    "github.event.pull_request.title",
    "github.head_ref",
    "github.ref_name",
    "inputs.version",
    "steps.a.outputs.b",
    "env.TITLE",
    "secrets.TOKEN",
    "format('{0}', github.event.issue.body)",
    "matrix.node || github.head_ref",
  ])("refuses %s in a script", (expression) => {
    expect(messages(scriptsTakeNoText, steps(`run: "echo \${{${expression}}}"`))).toEqual([
      `Step 1: its script takes in ${expression}.`,
    ]);
  });

  it("accepts it as a variable, and refuses it in a program of github-script", () => {
    const action = `uses: actions/github-script@${SHA}\n        with:\n          script: f(\${{ github.head_ref }})`;

    expect(messages(scriptsTakeNoText, steps("run: echo $REF\n        env: { REF: '${{ github.head_ref }}' }"))).toEqual([]);
    expect(messages(scriptsTakeNoText, steps(action))).toEqual([
      `Step actions/github-script@${SHA}: its script takes in github.head_ref.`,
    ]);
  });
});

describe("installsRunNoScripts", () => {
  it.each(["npm ci --ignore-scripts", "npm run build", "npm test", "npm ci --ignore-scripts && npm run lint"])(
    "accepts %s",
    (run) => {
      expect(messages(installsRunNoScripts, steps(`run: ${run}`))).toEqual([]);
    },
  );

  it.each([
    { run: "npm ci", command: "npm ci" },
    { run: "npm install --ignore-scripts", command: "npm install --ignore-scripts" },
    { run: "cd x && npm i left-pad", command: "npm i left-pad" },
  ])("refuses $run", ({ run, command }) => {
    expect(messages(installsRunNoScripts, steps(`run: ${run}`))).toEqual([`Step 1: it runs ${command}.`]);
  });
});

describe("jobsTimeOut", () => {
  it.each([
    { job: "{ steps: [], timeout-minutes: 30 }", found: [] },
    { job: "{ uses: ./.github/workflows/x.yaml }", found: [] },
    { job: "{ steps: [] }", found: ["Job one: it has no limit."] },
    { job: "{ steps: [], timeout-minutes: 360 }", found: ["Job one: it may run 360 minutes."] },
    {
      job: "{ steps: [], timeout-minutes: '${{ inputs.minutes }}' }",
      found: ["Job one: it may run ${{ inputs.minutes }} minutes."],
    },
  ])("finds $found in $job", ({ job, found }) => {
    expect(messages(jobsTimeOut, `jobs:\n  one: ${job}`)).toEqual(found);
  });
});

it("only workflows are looked at", async () => {
  const text = "on: workflow_run\n";

  expect(await problemsOf(WORKFLOWS, repositoryOf({ "base/ci.yaml": text, ".github/workflows/old/ci.yaml": text }))).toEqual(
    [],
  );
});

function messages(invariant: Invariant<RepositoryTree>, text: string): string[] {
  const violations = invariant.find(repositoryOf({ ".github/workflows/ci.yaml": `${text}\n` }));
  return (violations as readonly { readonly message: string }[]).map(({ message }) => message);
}

function steps(step: string): string {
  return `jobs:\n  one:\n    steps:\n      - ${step}`;
}
