import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import type { GenerateOptions } from "./commands/generate.ts";
import { type Output, processOutput } from "./commands/output.ts";
import { EXIT, GeneratorError } from "./errors.ts";

const EXIT_CODES = `
Exit codes:
  0   done, or nothing to do
  1   a bug of ours; the stack is printed
  2   the input is wrong; nothing was written
  3   a check failed, or the committed tree is not what would be generated
  4   GitHub refused, or is away; a repeated run goes on where this one stopped
  5   some of it is done; a repeated run does the rest
  75  another run holds the lock`;

const SIGN_IN = `
GitHub is asked with GITHUB_TOKEN (or GH_TOKEN), or as an App with GITHUB_APP_ID and GITHUB_APP_PRIVATE_KEY. Where
repository.url of gitops.yaml is on an Enterprise Server, GITHUB_API_URL has to name it: https://git.example.com/api/v3.`;

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

/** Loads a command only when it is asked for, and runs it. */
type Runner = <T extends { json?: boolean; directory: string }>(
  load: () => Promise<(options: T, out: Output) => Promise<number>>,
) => (options: T) => Promise<void>;

function commands(exit: (code: number) => void): Command {
  const program = new Command("milvus-gitops")
    .description("Generates a Kustomize and Argo CD repository for Milvus from one description per environment.")
    .addHelpText("after", EXIT_CODES)
    .exitOverride();
  const run: Runner = (load) => async (options) => exit(await (await load())(options, processOutput(options.json === true)));
  addGenerating(program, run);
  addComparing(program, run);
  addPropose(program, run);
  addPromoteAndRollback(program, run);
  addReview(program, run);
  addHelpers(program, run);
  return program;
}

/** What makes the tree, and says whether it is good. */
function addGenerating(program: Command, run: Runner): void {
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
}

/** What tells differences. */
function addComparing(program: Command, run: Runner): void {
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
  add(program, "drift", "Say which environments are behind the one before them in the promotion order.")
    .addOption(new Option("--markdown", "print the summary of a job").conflicts("json"))
    .option("--fail", "exit with 3 when a field differs")
    .addHelpText("after", examples("npm run drift", "npm run drift -- --fail", "npm run -s drift -- --json"))
    .addHelpText("after", "\nDrift alone is no failure: the exit code is 0 with and without it, unless --fail is given.")
    .action(run(async () => (await import("./commands/drift.ts")).drift));
}

function addPropose(program: Command, run: Runner): void {
  add(
    program,
    "propose",
    "Open or update a pull request for each environment that should change. On a terminal, it asks where no option is given.",
  )
    .option("--env <name>", "an environment; may be given several times", list)
    .option("--platform", "change gitops.yaml instead, which reaches every environment")
    .option("--set <path=value>", "give a field of docs/configuration.md a value; may be given several times", list)
    .option("--unset <path>", "remove a field, so that its default holds; may be given several times", list)
    .option("--patch <file>", "merge a part of an environment.yaml; null removes a field", list)
    .option("--dry-run", "print the pull requests and send nothing")
    .addOption(new Option("--local", "make a branch in this clone instead, without GitHub").conflicts("dryRun"))
    .addHelpText(
      "after",
      examples(
        "npm run propose",
        "npm run propose -- --env prod --set milvus.version=2.6.20 --set milvus.roles.queryNode.replicas=6",
        "npm run propose -- --env dev --env staging --patch smaller.yaml --dry-run",
        "npm run propose -- --platform --set argocd.version=3.5 --local",
      ),
    )
    .addHelpText("after", SIGN_IN)
    .action(run(async () => (await import("./commands/propose.ts")).propose));
}

function addPromoteAndRollback(program: Command, run: Runner): void {
  add(
    program,
    "promote",
    "Open or update the pull request that brings to an environment what runs in the one before it. On a terminal, it asks where no environment is given.",
  )
    .option("--from <name>", "the environment that the change ran in; without it, the one before --to")
    .option("--to <name>", "the environment that gets it, the next one; without it, the one after --from")
    .option("--only <path>", "only this field, or those that begin so; may be given several times", list)
    .option("--refresh", "make every open promotion anew, with its gates as they stand, and remove what is done with")
    .option("--dry-run", "print the pull request and send nothing")
    .addOption(new Option("--local", "make a branch in this clone instead, without GitHub").conflicts(["dryRun", "refresh"]))
    .addHelpText(
      "after",
      examples(
        "npm run promote",
        "npm run promote -- --from dev",
        "npm run promote -- --from staging --to prod --only milvus.version",
        "npm run promote -- --refresh",
      ),
    )
    .addHelpText("after", SIGN_IN)
    .action(run(async () => (await import("./commands/promote.ts")).promote));
  add(program, "rollback", "Open a pull request that gives an environment back an earlier description.")
    .addOption(new Option("--env <name>", "the environment").makeOptionMandatory())
    .option(
      "--to <commit>",
      "the state to go back to; without it, the one before the newest change. The clone has to have it: git fetch --unshallow",
    )
    .option("--dry-run", "print the pull request and send nothing")
    .addOption(new Option("--local", "make a branch in this clone instead, without GitHub").conflicts("dryRun"))
    .addHelpText("after", examples("npm run rollback -- --env prod", "npm run rollback -- --env prod --to 1a2b3c4d --dry-run"))
    .addHelpText("after", SIGN_IN)
    .action(run(async () => (await import("./commands/rollback.ts")).rollback));
}

function addReview(program: Command, run: Runner): void {
  add(program, "review", "Say in a comment on a pull request what it changes in the clusters; a workflow runs this.")
    .addOption(new Option("--pull-request <number>", "which one").argParser(wholeNumber).makeOptionMandatory())
    .addOption(new Option("--from <ref>", "the commit that it is compared with").makeOptionMandatory())
    .addOption(new Option("--to <ref>", "what merging it would make").makeOptionMandatory())
    .option("--head <commit>", "the newest commit of its branch; with it, the gates of promotions pass where it is none")
    .addHelpText("after", examples("npm run -s review -- --pull-request 7 --from HEAD^1 --to HEAD"))
    .addHelpText("after", SIGN_IN)
    .action(run(async () => (await import("./commands/review.ts")).review));
  add(program, "queue", "Report the gates on the commit that a merge queue made; a workflow runs this.")
    .addOption(new Option("--merge-group <ref>", "the branch that the queue made").makeOptionMandatory())
    .addOption(new Option("--head <commit>", "its commit").makeOptionMandatory())
    .addHelpText("after", examples("npm run -s queue -- --merge-group refs/heads/gh-readonly-queue/main/pr-7-… --head 1a2b…"))
    .addHelpText("after", SIGN_IN)
    .action(run(async () => (await import("./commands/queue.ts")).queue));
}

function addHelpers(program: Command, run: Runner): void {
  add(program, "doctor", "Say which kustomize was found and where it was looked for.")
    .addHelpText("after", examples("npm run doctor", "KUSTOMIZE=/opt/kustomize npm run doctor"))
    .action(run(async () => (await import("./commands/doctor.ts")).doctor));
  add(program, "secrets", "Print Secrets with fresh random credentials for a first try; nothing is written.")
    .addOption(new Option("--env <name>", "the environment").makeOptionMandatory())
    .option("--secret <name>", "one of them alone, in an environment that has the others: milvus-object-storage")
    .addHelpText("after", examples("npm run -s secrets -- --env dev | kubectl apply -f -"))
    .action(run(async () => (await import("./commands/secrets.ts")).secrets));
  add(program, "schema", "Write the JSON Schemas that editors use for the two kinds of file.")
    .addHelpText("after", examples("npm run schema"))
    .action(run(async () => (await import("./commands/schema.ts")).schema));
}

async function loadGenerate() {
  const { generate } = await import("./commands/generate.ts");
  return (options: GenerateOptions, out: Output) => generate({ ...options, build: BUILD }, out);
}

function list(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
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

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,9}$/.test(text)) throw new InvalidArgumentError("It is a whole number, as 7.");
  return Number(text);
}

/** The exit code of a failure, after a text for a person or a document for a program. */
function report(error: unknown): number {
  if (error instanceof CommanderError) return reportUsage(error);
  if (error instanceof GeneratorError) return reportFailure(error);
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(
    `This is a bug of the generator, not of your input.\n${stack}\n  Repeat with: ${process.argv.slice(2).join(" ")}\n`,
  );
  return EXIT.bug;
}

/** What it is has been told. npm keeps options for itself, and hands their values on as arguments that no command takes. */
function reportUsage({ code, exitCode, message }: CommanderError): number {
  const command = /for '(\w+)'/.exec(message)?.[1];
  if (code === "commander.excessArguments" && command !== undefined)
    process.stderr.write(`With npm, options stand after --: npm run ${command} -- --help\n`);
  return exitCode === 0 ? EXIT.done : EXIT.input;
}

function reportFailure({ code, message, remedy, exitCode }: GeneratorError): number {
  const isForProgram = process.argv.includes("--json");
  if (isForProgram) process.stdout.write(`${JSON.stringify({ error: { code, message, remedy } }, null, 2)}\n`);
  else process.stderr.write(`${message}\n  ${remedy} (${code})\n`);
  return exitCode;
}
