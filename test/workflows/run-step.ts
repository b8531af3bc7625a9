import { cpSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { temporaryRepository, writeText } from "../support/repository.ts";
import { type Run, startProgram } from "../support/run.ts";

const ROOT = join(import.meta.dirname, "..", "..");

export interface Step {
  readonly name?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

interface Job {
  readonly steps: readonly Step[];
}

export interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly concurrency: { readonly group: string; readonly "cancel-in-progress"?: boolean };
  readonly jobs: Readonly<Record<string, Job & Readonly<Record<string, unknown>>>>;
}

export function readWorkflow(file: string): Workflow {
  return parse(readFileSync(join(ROOT, ".github", "workflows", file), "utf8"));
}

/** What a stand-in for one of our commands was called with. */
export interface Call {
  readonly command: string;
  readonly args: readonly string[];
  readonly signIn: Readonly<Record<string, string>>;
}

export interface StepRun extends Run {
  readonly calls: readonly Call[];
  /** The job's summary. */
  readonly summary: string;
  readonly root: string;
}

/** `inputs.environment` and the like, by their text. */
type Expressions = Readonly<Record<string, string>>;

/**
 * Runs the last step of a job as a runner does: bash reads the script, and the values of expressions are variables. npm is the real
 * one; the commands behind it only write down what reached them.
 */
export async function runLastStep(
  { file, job }: { readonly file: string; readonly job: string },
  expressions: Expressions,
  command: { readonly output?: string; readonly code?: number } = {},
): Promise<StepRun> {
  const { run = "", env = {} } = readWorkflow(file).jobs[job]?.steps.at(-1) ?? {};
  const root = standIn();
  const summary = join(root, "summary.md");
  const variables = Object.entries(env).map(([name, value]) => [name, evaluated(value, expressions)]);
  const ended = await startProgram(["bash", "--noprofile", "--norc", "-e", "-c", run], {
    cwd: root,
    env: {
      ...{ PATH: process.env.PATH, HOME: root, npm_config_update_notifier: "false", GITHUB_STEP_SUMMARY: summary },
      ...{ OUTPUT: command.output ?? "", CODE: String(command.code ?? 0) },
      ...Object.fromEntries(variables),
    },
  });
  return { ...ended, root, calls: callsOf(root), summary: existsSync(summary) ? readFileSync(summary, "utf8") : "" };
}

function evaluated(value: string, expressions: Expressions): string {
  const expression = /^\$\{\{ (.*) \}\}$/.exec(value)?.[1];
  if (expression === undefined) return value;
  const known = expressions[expression];
  if (known === undefined) throw new Error(`no value for ${expression}`);
  return known;
}

const COMMANDS = ["propose", "promote", "rollback", "review", "queue", "drift"];

function standIn(): string {
  const scripts = Object.fromEntries(COMMANDS.map((command) => [command, `node record.cjs ${command}`]));
  const root = temporaryRepository(new Map([["package.json", JSON.stringify({ name: "stand-in", scripts })]]));
  cpSync(join(ROOT, ".github", "scripts"), join(root, ".github", "scripts"), { recursive: true });
  writeText(root, "record.cjs", RECORD);
  return root;
}

const RECORD = `
const [, , command, ...args] = process.argv;
const signIn = Object.fromEntries(Object.entries(process.env).filter(([name]) => /^GITHUB_(TOKEN|APP)/.test(name)));
require("fs").appendFileSync("calls.jsonl", JSON.stringify({ command, args, signIn }) + "\\n");
process.stdout.write(process.env.OUTPUT);
process.exitCode = Number(process.env.CODE);
`;

function callsOf(root: string): Call[] {
  const file = join(root, "calls.jsonl");
  if (!existsSync(file)) return [];
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
}
