import { describe, expect, it } from "vitest";
import { run } from "../support/run.ts";
import { freshRepository } from "./repositories.ts";

const COMMANDS = [
  ...["generate", "check", "validate", "diff", "review", "queue", "drift"],
  ...["propose", "promote", "rollback", "doctor", "secrets", "schema"],
];

describe("the command line", () => {
  it("names every command and the exit codes with --help", async () => {
    const { code, stdout, stderr } = await run(process.cwd(), "--help");

    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    for (const command of COMMANDS) expect(stdout).toContain(`\n  ${command} `);
    expect(stdout).toContain("\nExit codes:\n  0 ");
  });

  it.each(COMMANDS)("has examples and exit codes in the help of %s", async (command) => {
    const { code, stdout, stderr } = await run(process.cwd(), command, "--help");

    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(new RegExp(`^Usage: milvus-gitops ${command} `));
    expect(stdout).toMatch(new RegExp(`\nExamples:\n  .*npm run (?:-s )?${command}`));
    for (const exit of [0, 1, 2, 3, 75]) expect(stdout).toMatch(new RegExp(`\n  ${exit} +\\S`));
  });

  it.each([
    ["a command", ["generat"], "error: unknown command 'generat'\n(Did you mean generate?)\n"],
    ["an option", ["generate", "--dryrun"], "error: unknown option '--dryrun'\n(Did you mean --dry-run?)\n"],
    [
      "an argument",
      ["check", "prod"],
      "error: too many arguments for 'check'. Expected 0 arguments but got 1.\nWith npm, options stand after --: npm run check -- --help\n",
    ],
    ["an environment", ["secrets"], "error: required option '--env <name>' not specified\n"],
  ])("refuses %s that it does not know or lacks", async (_what, args, stderr) => {
    expect(await run(process.cwd(), ...args)).toEqual({ code: 2, stdout: "", stderr });
  });

  it("tells the commands where none is named", async () => {
    const { code, stdout, stderr } = await run(process.cwd());
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    for (const command of COMMANDS) expect(stderr).toContain(`\n  ${command} `);
  });

  it.each(["generate", "generate --diff", "check", "secrets --env dev", "--help"])(
    "is quiet in a pipe: neither colours nor progress in %s",
    async (line) => {
      const { stdout, stderr } = await run(freshRepository(), ...line.split(" "));
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that a terminal obeys
      expect(`${stdout}${stderr}`).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
    },
  );
});
