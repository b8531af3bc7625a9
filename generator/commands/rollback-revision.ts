import { EXIT, GeneratorError } from "../errors.ts";
import { findCommit, firstParent, hasCommit, lastChange, subjectOf } from "../system/git-commit.ts";
import { committedSide, type Side } from "./diff-sides.ts";
import type { Target } from "./proposals/target.ts";
import { descriptionPath, environmentsOf } from "./proposals/tree-sources.ts";
import { badOption } from "./propose-edits.ts";
import { personsPaths } from "./rollback-files.ts";

/** The state that an environment goes back to. */
export interface Revision {
  readonly commit: string;
  readonly subject: string;
  readonly side: Side;
}

interface Asked {
  readonly directory: string;
  readonly env: string;
  readonly to?: string;
}

/** The commit that is named, else the one before the newest change of the environment. History is read from the clone, which has it. */
export async function findRevision(asked: Asked, target: Target): Promise<Revision> {
  const { directory, env, to } = asked;
  const names = environmentsOf(target.tree);
  if (!names.includes(env))
    throw badOption(`${target.tree.title} has no environment ${JSON.stringify(env)}.`, `Use ${names.join(", ")}.`);
  const { commit, side } = to === undefined ? await beforeLastChange(asked, target) : await named(directory, env, to);
  return { commit, side, subject: await subjectOf(directory, commit) };
}

type Found = Omit<Revision, "subject">;

async function named(directory: string, env: string, to: string): Promise<Found> {
  const commit = await findCommit(directory, to);
  const side = commit === undefined ? undefined : await committedSide(directory, to, commit, []);
  if (commit !== undefined && side?.entries.has(descriptionPath(env)) === true) return { commit, side };
  const remedy = `Name a commit with --to: \`git log -- ${descriptionPath(env)}\` lists them.`;
  throw noState(`${to} has no environment ${env}.`, remedy);
}

/** A merge is one change, of the branch that it was made on. */
async function beforeLastChange({ directory, env }: Asked, target: Target): Promise<Found> {
  const newest = await lastChange(directory, await newestCommit(directory, target), personsPaths(env));
  if (newest === undefined) throw new Error(`no commit has made ${env}`);
  const commit = await firstParent(directory, newest);
  if (commit === undefined) throw nothingBefore(env, newest);
  if (!(await hasCommit(directory, commit))) throw shallow(env, newest);
  const side = await committedSide(directory, commit.slice(0, 8), commit, []);
  if (!side.entries.has(descriptionPath(env))) throw nothingBefore(env, newest);
  return { commit, side };
}

async function newestCommit(directory: string, target: Target): Promise<string> {
  if (target.kind === "local") return target.commit;
  const { commit, name } = target.base;
  if (await hasCommit(directory, commit)) return commit;
  throw noState(
    `This clone does not have ${commit.slice(0, 8)}, the newest commit of ${name} on GitHub.`,
    "Run `git fetch`, and the same command again.",
  );
}

function nothingBefore(env: string, newest: string): GeneratorError {
  return noState(
    `There is no state of ${env} before the present one, which came with ${newest.slice(0, 8)}.`,
    `Change it with \`npm run propose -- --env ${env}\`.`,
  );
}

function shallow(env: string, oldest: string): GeneratorError {
  return noState(
    `This clone is shallow and ends with ${oldest.slice(0, 8)}, so it does not have the state of ${env} before it.`,
    "Run `git fetch --unshallow`, and the same command again.",
  );
}

function noState(message: string, remedy: string): GeneratorError {
  return new GeneratorError({ code: "E_REF", exitCode: EXIT.input, message, remedy });
}
