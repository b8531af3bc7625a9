import { type Problem, problemsOf } from "../checks/broken-invariants.ts";
import type { EnvironmentTree } from "../checks/invariant.ts";
import { ENVIRONMENT_INVARIANTS, PLATFORM_INVARIANTS, REPOSITORY_INVARIANTS } from "../checks/invariants.ts";
import { judge, unusedSuppressions, type Verdict } from "../checks/suppressions.ts";
import { invariantsGuide } from "../documents/invariants-guide.ts";
import { EXIT, GeneratorError } from "../errors.ts";
import type { Environment } from "../model/environment.ts";
import { readSources } from "../system/repository.ts";
import { checkTrees, platformTree } from "./check-plan.ts";
import type { Output } from "./output.ts";
import { type Plan, planRepository } from "./plan.ts";
import { renderEnvironments } from "./render-environments.ts";
import { reportFindings } from "./report-findings.ts";
import { type Checked, reportProblems } from "./report-problems.ts";
import { repositoryTree } from "./repository-tree.ts";

export interface ValidateOptions {
  readonly directory: string;
  readonly env?: string;
  readonly sarif?: boolean;
  readonly list?: boolean;
}

/** Renders the environments as they lie on the disk, and holds objects and files against every invariant. */
export async function validate(options: ValidateOptions, out: Output): Promise<number> {
  return options.list === true ? listInvariants(out) : validateTree(options, out);
}

async function validateTree({ directory, env, sarif = false }: ValidateOptions, out: Output): Promise<number> {
  const { plan, findings } = planRepository(readSources(directory));
  if (plan === undefined) return reportFindings(findings, "Nothing else was checked.", out);
  const environments = choose(plan.environments, env);
  out.progress("Checking files …");
  const files = await problemsOf(REPOSITORY_INVARIANTS, repositoryTree(directory, plan));
  const trees = files.some(isUnsafe) ? [] : await renderEnvironments(directory, environments, out.progress);
  const objects = trees.reduce((sum, tree) => sum + tree.objects.length, 0);
  out.progress(`Checking ${objects} objects …`);
  const verdict = verdictOf([...files, ...(await problemsOfTrees(plan, trees))], trees);
  const rendered = trees.map(({ environment }) => environment);
  const checked: Checked = { environments: rendered, objects, invariants: invariants(), findings, verdict };
  reportProblems(checked, sarif ? "sarif" : out.json ? "json" : "text", out);
  return verdict.open.some(({ severity }) => severity === "error") ? EXIT.check : EXIT.done;
}

/** Where one of these is broken nothing is rendered: Kustomize would follow what leads out of the repository, or run it. */
const UNSAFE: ReadonlySet<string> = new Set([
  "kustomization-entry-is-here",
  "kustomization-entry-stays-in-environment",
  "kustomization-is-plain",
  "no-kustomize-functions",
  "no-links",
  "yaml-is-readable",
]);

function isUnsafe({ invariant }: Problem): boolean {
  return UNSAFE.has(invariant);
}

async function problemsOfTrees(plan: Plan, trees: readonly EnvironmentTree[]): Promise<Problem[]> {
  return trees.length === 0 ? [] : checkTrees(platformTree(plan, trees));
}

function choose(environments: Plan["environments"], env: string | undefined): readonly Environment[] {
  if (env === undefined) return environments;
  const found = environments.filter(({ name }) => name === env);
  if (found.length > 0) return found;
  throw new GeneratorError({
    code: "E_REF",
    exitCode: EXIT.input,
    message: `There is no environment ${JSON.stringify(env)}.`,
    remedy: `Use one of ${environments.map(({ name }) => name).join(", ")}.`,
  });
}

/** Suppressions are held against what was rendered only. */
function verdictOf(problems: readonly Problem[], trees: readonly EnvironmentTree[]): Verdict {
  const environments = trees.map(({ environment }) => environment);
  const verdict = judge(problems, environments);
  return { ...verdict, open: [...verdict.open, ...unusedSuppressions(environments, verdict)] };
}

function invariants() {
  return [...PLATFORM_INVARIANTS, ...ENVIRONMENT_INVARIANTS, ...REPOSITORY_INVARIANTS];
}

function listInvariants(out: Output): number {
  const groups = {
    "The objects of an environment": ENVIRONMENT_INVARIANTS,
    "Argo CD's objects, and all environments together": PLATFORM_INVARIANTS,
    "The files of the repository": REPOSITORY_INVARIANTS,
  };
  out.print(out.json ? `${JSON.stringify(invariants(), null, 2)}\n` : invariantsGuide(groups));
  return EXIT.done;
}
