import { describe, expect, it } from "vitest";
import { git } from "../support/git.ts";
import { PLATFORM } from "../support/repository.ts";
import { runIn } from "../support/run.ts";
import { generatedClone, SIGNED_OUT } from "./proposal-repository.ts";
import { DEV, PROD } from "./repositories.ts";

const ORDER = { ...PLATFORM, promotion: ["dev", "prod"] };

describe("the help", () => {
  it.each([
    [
      "propose",
      ["On a terminal, it asks where no option is given.", "Examples: npm run propose npm run", "docs/configuration.md"],
    ],
    ["promote", ["On a terminal, it asks where no environment is given.", "Examples: npm run promote npm run"]],
    ["rollback", ["Examples: npm run rollback -- --env prod npm run", "git fetch --unshallow"]],
  ])("of %s tells a first-time user how to begin", async (command, texts) => {
    const { stdout } = await runIn({ cwd: process.cwd() }, command, "--help");

    for (const text of texts) expect(stdout.replace(/\s+/g, " ")).toContain(text);
  });
});

describe("a first attempt is answered with what to type", () => {
  it.each([
    [
      "options that npm has swallowed",
      ["propose", "prod", "milvus.version=2.6.20"],
      "error: too many arguments for 'propose'. Expected 0 arguments but got 2.\nWith npm, options stand after --: npm run propose -- --help\n",
    ],
    [
      "no option at all",
      ["propose"],
      "It is not said where.\n  Name an --env, or --platform for gitops.yaml. With npm, options stand after --: npm run propose -- --env prod --set milvus.version=2.6.20 (E_OPTION)\n",
    ],
    [
      "a field without a value, whether or not there is a token",
      ["propose", "--env", "prod", "--set", "milvus.version"],
      expect.stringMatching(/^--set milvus\.version: .*\n.*\(E_OPTION\)\n$/),
    ],
    [
      "the end of a field",
      ["propose", "--env", "prod", "--set", "queryNode.replicas=3"],
      "--set queryNode.replicas=3: There is no field queryNode.\n  Name the whole field: milvus.roles.queryNode.replicas. (E_OPTION)\n",
    ],
    [
      "the end of many fields",
      ["propose", "--env", "prod", "--set", "replicas=3"],
      expect.stringMatching(
        /^--set replicas=3: There is no field replicas\.\n {2}Name the whole field: (?:[\w.]+\.replicas, ){5}or \d+ others\. \(E_OPTION\)\n$/,
      ),
    ],
    [
      "a patch that is not there",
      ["propose", "--env", "prod", "--patch", "smaller.yaml"],
      "--patch smaller.yaml cannot be read: it does not exist (ENOENT).\n  Name a file that can be read, from the folder that the command runs in. (E_READ)\n",
    ],
    [
      "an environment that is none",
      ["rollback", "--env", "prd", "--dry-run"],
      expect.stringMatching(/^main \([0-9a-f]{8}\) has no environment "prd"\.\n {2}Use dev, prod\. \(E_OPTION\)\n$/),
    ],
  ])("after %s", async (_, args, stderr) => {
    const root = await generatedClone({ dev: DEV, prod: PROD }, ORDER);

    expect(await runIn({ cwd: root, env: SIGNED_OUT }, ...args)).toEqual({ code: 2, stdout: "", stderr });
  });

  it("after a rollback to the present state", async () => {
    const root = await generatedClone();
    const head = (await git(root, "rev-parse", "HEAD")).slice(0, 8);

    const { code, stdout } = await runIn(
      { cwd: root, env: SIGNED_OUT },
      "rollback",
      "--env",
      "prod",
      "--to",
      "HEAD",
      "--dry-run",
    );

    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: `Nothing to do: main (${head}) has prod as it was in ${head}.\n`,
    });
  });
});
