import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runLastStep } from "./run-step.ts";

const TOKEN = { "github.token": "a-token", "vars.GITOPS_APP_ID": "", "secrets.GITOPS_APP_PRIVATE_KEY": "" };
const APP = {
  "github.token": "a-token",
  "vars.GITOPS_APP_ID": "42",
  "secrets.GITOPS_APP_PRIVATE_KEY": "-----BEGIN KEY-----\nabc\n-----END KEY-----\n",
};
const PROPOSE = { file: "propose.yaml", job: "propose" };
const WISH = { ...APP, "inputs.environment": "prod", "inputs.unset": "", "inputs.dry-run": "false" };

/** What a shell, an option parser or a reader of lines could take for something else. */
const HOSTILE = [
  "a=$(touch pwned)",
  "a=`touch pwned`",
  "a='; touch pwned; '",
  'a="; touch pwned; "',
  "a=$HOME ${HOME} $'x' \\$ \\",
  "--dry-run",
  "-C",
  "--",
  "a=* ? [x] {a,b} ~ !! #x",
  "a=%s%n \\n \\",
  "a= two  spaces\tand a tab ",
  "a=&& || | > pwned < pwned &",
  "a=☃ \u202e ${{ github.token }}",
];

describe("propose.yaml", () => {
  it("gives each line of the form to the command as one argument", async () => {
    const { code, calls } = await runLastStep(PROPOSE, {
      ...WISH,
      "inputs.settings": "milvus.version=2.6.20\r\n\n  \netcd.resources={requests: {cpu: 2}}\n",
      "inputs.unset": "milvus.image.tag",
      "inputs.dry-run": "true",
    });

    expect(code).toBe(0);
    expect(calls.map(({ command, args }) => [command, ...args])).toEqual([
      [
        "propose",
        "--env=prod",
        "--set=milvus.version=2.6.20",
        "--set=etcd.resources={requests: {cpu: 2}}",
        "--unset=milvus.image.tag",
        "--dry-run",
      ],
    ]);
  });

  it("runs nothing of what the form holds", async () => {
    const { code, calls, root } = await runLastStep(PROPOSE, {
      ...WISH,
      "inputs.environment": "prod$(touch pwned)",
      "inputs.settings": HOSTILE.join("\n"),
      "inputs.unset": HOSTILE.join("\n"),
    });

    expect(code).toBe(0);
    expect(calls.map(({ args }) => args)).toEqual([
      ["--env=prod$(touch pwned)", ...HOSTILE.map((line) => `--set=${line}`), ...HOSTILE.map((line) => `--unset=${line}`)],
    ]);
    expect(existsSync(join(root, "pwned"))).toBe(false);
  });

  it("means gitops.yaml where no environment is named", async () => {
    const { calls } = await runLastStep(PROPOSE, { ...WISH, "inputs.environment": "", "inputs.settings": "a=b" });
    expect(calls.map(({ args }) => args)).toEqual([["--platform", "--set=a=b"]]);
  });
});

describe("promote.yaml", () => {
  it.each([
    { from: "dev", options: ["--from=dev"] },
    { from: "", options: [] },
  ])("gives the environments and the fields to the command, from $from", async ({ from, options }) => {
    const { code, calls, root } = await runLastStep(
      { file: "promote.yaml", job: "promote" },
      {
        ...APP,
        "inputs.from": from,
        "inputs.to": "--local; touch pwned",
        "inputs.only": "milvus\n\nmessageQueue\n",
        "inputs.dry-run": "true",
      },
    );

    expect(code).toBe(0);
    expect(calls.map(({ command, args }) => [command, ...args])).toEqual([
      ["promote", "--to=--local; touch pwned", ...options, "--only=milvus", "--only=messageQueue", "--dry-run"],
    ]);
    expect(existsSync(join(root, "pwned"))).toBe(false);
  });
});

describe("rollback.yaml", () => {
  it.each([
    { to: "HEAD~1 `id`", options: ["--to=HEAD~1 `id`"] },
    { to: "", options: [] },
  ])("gives the environment and the commit $to to the command", async ({ to, options }) => {
    const { code, calls } = await runLastStep(
      { file: "rollback.yaml", job: "rollback" },
      { ...APP, "inputs.environment": "prod", "inputs.to": to, "inputs.dry-run": "false" },
    );

    expect(code).toBe(0);
    expect(calls.map(({ command, args }) => [command, ...args])).toEqual([["rollback", "--env=prod", ...options]]);
  });
});

describe("gates.yaml", () => {
  it("looks at every open promotion", async () => {
    const { code, calls } = await runLastStep({ file: "gates.yaml", job: "refresh" }, APP);

    expect(code).toBe(0);
    expect(calls.map(({ command, args }) => [command, ...args])).toEqual([["promote", "--refresh"]]);
  });
});

describe("who signs in", () => {
  const gates = { file: "gates.yaml", job: "refresh" };

  it("is the App where there is one, and the token of the job is gone", async () => {
    const { calls, stdout } = await runLastStep(gates, APP);

    expect(calls.map(({ signIn }) => signIn)).toEqual([
      { GITHUB_APP_ID: "42", GITHUB_APP_PRIVATE_KEY: APP["secrets.GITOPS_APP_PRIVATE_KEY"] },
    ]);
    expect(stdout).toBe("");
  });

  it("is the job where there is no App, which is said", async () => {
    const { calls, stdout } = await runLastStep(gates, TOKEN);

    expect(calls.map(({ signIn }) => signIn)).toEqual([{ GITHUB_TOKEN: "a-token" }]);
    expect(stdout).toMatch(/^::warning::No GitHub App is set up, .*docs\/workflows\.md.*\n$/);
  });

  it.each([{ "vars.GITOPS_APP_ID": "42" }, { "secrets.GITOPS_APP_PRIVATE_KEY": "a-key" }])(
    "is nobody with %j alone",
    async (half) => {
      const { code, calls, stdout } = await runLastStep(gates, { ...TOKEN, ...half });

      expect({ code, calls }).toEqual({ code: 2, calls: [] });
      expect(stdout).toMatch(/^::error::Of the variable GITOPS_APP_ID and the secret GITOPS_APP_PRIVATE_KEY only one is set\./);
    },
  );
});

describe("what the command says", () => {
  it.each([0, 5])("is in the log and in the summary when it ends with %i, which the step ends with too", async (code) => {
    const output = "prod: <b>opened</b>\n```\n";
    const ended = await runLastStep({ file: "gates.yaml", job: "refresh" }, APP, { output, code });

    expect({ code: ended.code, stdout: ended.stdout }).toEqual({ code, stdout: output });
    expect(ended.summary).toBe("    prod: <b>opened</b>\n    ```\n");
  });
});

describe("pull-request.yaml", () => {
  const review = { file: "pull-request.yaml", job: "review" };
  const values = {
    "github.token": "a-token",
    "github.event.pull_request.number": "7",
    "github.event.pull_request.head.sha": "1a2b3c4d",
  };

  it("compares what merging makes with what it is merged into, and puts the text into the summary", async () => {
    const { code, calls, stdout, summary } = await runLastStep(review, values, { output: "## Changes\n" });

    expect({ code, stdout, summary }).toEqual({ code: 0, stdout: "", summary: "## Changes\n" });
    expect(calls).toEqual([
      {
        command: "review",
        args: ["--pull-request=7", "--head=1a2b3c4d", "--from=HEAD^1", "--to=HEAD"],
        signIn: { GITHUB_TOKEN: "a-token" },
      },
    ]);
  });

  it("has the text in the summary when the comment fails", async () => {
    const { code, summary } = await runLastStep(review, values, { output: "## Changes\n", code: 4 });
    expect({ code, summary }).toEqual({ code: 4, summary: "## Changes\n" });
  });
});

describe("pull-request.yaml, for a merge queue,", () => {
  it("reports the gates on the commit of the queue, and says so in the summary", async () => {
    const mergeGroup = "refs/heads/gh-readonly-queue/main$(touch pwned)/pr-7-1a2b3c4d";
    const values = {
      "github.token": "a-token",
      "github.event.merge_group.head_ref": mergeGroup,
      "github.event.merge_group.head_sha": "5e6f7a8b",
    };
    const output = "#7 in the merge queue:\n";
    const ended = await runLastStep({ file: "pull-request.yaml", job: "queue" }, values, { output, code: 4 });

    expect({ code: ended.code, summary: ended.summary }).toEqual({ code: 4, summary: "    #7 in the merge queue:\n" });
    expect(ended.calls).toEqual([
      { command: "queue", args: [`--merge-group=${mergeGroup}`, "--head=5e6f7a8b"], signIn: { GITHUB_TOKEN: "a-token" } },
    ]);
    expect(existsSync(join(ended.root, "pwned"))).toBe(false);
  });
});

describe("drift.yaml", () => {
  it("puts the report into the summary and needs no token", async () => {
    const { code, calls, summary } = await runLastStep({ file: "drift.yaml", job: "report" }, {}, { output: "## Drift\n" });

    expect({ code, summary }).toEqual({ code: 0, summary: "## Drift\n" });
    expect(calls).toEqual([{ command: "drift", args: ["--markdown"], signIn: {} }]);
  });
});
