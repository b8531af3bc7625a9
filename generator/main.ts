import { Command, CommanderError, Option } from "commander";
import type { GenerateOptions } from "./commands/generate.ts";
import { type Output, processOutput } from "./commands/output.ts";
import { EXIT, GeneratorError } from "./errors.ts";

const EXIT_CODES = `
Exit codes:
  0   done, or nothing to do
  1   a bug of ours; the stack is printed
  2   the input is wrong; nothing was written
  3   a check failed, or the committed tree is not what would be generated
  75  another run holds the lock`;

/** Of `changes/risk.ts`, which is loaded only when somebody asks for a difference. */
const DIFF_RISKS = ["low", "medium", "high", "destructive"];

/** `run.cjs` names the bundle after all that it is made of; a generator that runs in another way has no such name. */
declare const __filename: string | undefined;
const BUILD = typeof __filename === "string" ? /[0-9a-f]{40}\.cjs$/.exec(__filename)?.[0] : undefined;

main();

async function main(): Promise<void> {
  const program = commands((code) => {
    process.exitCode = code;
  });
  try {
    await program.parseAsync();
  } catch (error) {
    process.exitCode = report(error);
  }
}

function commands(exit: (code: number) => void): Command {
  const program = new Command("milvus-gitops")
    .description("Generates a Kustomize and Argo CD repository for Milvus from one description per environment.")
    .addHelpText("after", EXIT_CODES)
    .exitOverride();
  const run =
    <T extends { json?: boolean; directory: string }>(load: () => Promise<(options: T, out: Output) => Promise<number>>) =>
    async (options: T) =>
      exit(await (await load())(options, processOutput(options.json === true)));

  add(program, "generate", "Write base/, overlays/ and apps/ from gitops.yaml and overlays/*/environment.yaml.")
    .option("--dry-run", "say what would change and write nothing")
    .option("--diff", "print the difference as a patch and write nothing")
    .option("--force", "restore generated files that were edited by hand")
    .addHelpText("after", examples("npm run generate", "npm run generate -- --diff", "npm run generate -- --force"))
    .action(run(loadGenerate));
  add(program, "check", "Fail when the committed tree is not what would be generated, or holds an invalid object.")
    .addHelpText("after", examples("npm run check", "npm run check -- --json"))
    .action(run(async () => (await import("./commands/check.ts")).check));
  add(program, "validate", "Render every environment with kustomize and hold it against every invariant.")
    .option("--env <name>", "this environment only")
    .option("--sarif", "print SARIF 2.1.0, for code scanning and editors")
    .option("--list", "print every invariant with its reason and remedy, and check nothing")
    .addHelpText("after", examples("npm run validate", "npm run validate -- --env prod", "npm run -s validate -- --sarif"))
    .action(run(async () => (await import("./commands/validate.ts")).validate));
  add(program, "diff", "Say what changes in the clusters, object by object, and what that risks.")
    .option("--from <ref>", "the commit that is compared", "HEAD")
    .option("--to <ref>", "the commit that it is compared with; without it, what would be generated now")
    .option("--env <name>", "only this environment")
    .addOption(new Option("--markdown", "print the body of a pull request").conflicts("json"))
    .addOption(new Option("--fail-on <risk>", "exit with 3 when a change has this risk or more").choices(DIFF_RISKS))
    .addHelpText("after", examples("npm run diff", "npm run diff -- --from main --env prod", "npm run diff -- --fail-on high"))
    .addHelpText(
      "after",
      "\nDifferences alone are no failure: the exit code is 0 with and without them, unless --fail-on says more.",
    )
    .action(run(async () => (await import("./commands/diff.ts")).diff));
  add(program, "doctor", "Say which kustomize was found and where it was looked for.")
    .addHelpText("after", examples("npm run doctor", "KUSTOMIZE=/opt/kustomize npm run doctor"))
    .action(run(async () => (await import("./commands/doctor.ts")).doctor));
  add(program, "secrets", "Print Secrets with fresh random credentials for a first try; nothing is written.")
    .addOption(new Option("--env <name>", "the environment").makeOptionMandatory())
    .addHelpText("after", examples("npm run -s secrets -- --env dev | kubectl apply -f -"))
    .action(run(async () => (await import("./commands/secrets.ts")).secrets));
  add(program, "schema", "Write the JSON Schemas that editors use for the two kinds of file.")
    .addHelpText("after", examples("npm run schema"))
    .action(run(async () => (await import("./commands/schema.ts")).schema));
  return program;
}

async function loadGenerate() {
  const { generate } = await import("./commands/generate.ts");
  return (options: GenerateOptions, out: Output) => generate({ ...options, build: BUILD }, out);
}

function add(program: Command, name: string, summary: string): Command {
  return program
    .command(name)
    .description(summary)
    .option("-C, --directory <path>", "the repository", ".")
    .option("--json", "print one JSON document instead of text");
}

function examples(...lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  ${line}\n`).join("")}${EXIT_CODES}`;
}

/** The exit code of a failure, after a text for a person or a document for a program. */
function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.input;
  if (error instanceof GeneratorError) return reportFailure(error);
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(
    `This is a bug of the generator, not of your input.\n${stack}\n  Repeat with: ${process.argv.slice(2).join(" ")}\n`,
  );
  return EXIT.bug;
}

function reportFailure({ code, message, remedy, exitCode }: GeneratorError): number {
  const isForProgram = process.argv.includes("--json");
  if (isForProgram) process.stdout.write(`${JSON.stringify({ error: { code, message, remedy } }, null, 2)}\n`);
  else process.stderr.write(`${message}\n  ${remedy} (${code})\n`);
  return exitCode;
}
