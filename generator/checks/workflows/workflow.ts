import type { RepositoryTree, Violation } from "../invariant.ts";
import { isMap } from "../read-as.ts";
import { textFiles } from "../repository/files.ts";

type Fields = Readonly<Record<string, unknown>>;

/** A workflow of GitHub, or an action of this repository that workflows use. */
export interface Workflow {
  readonly path: string;
  readonly text: string;
  readonly fields: Fields;
  readonly isAction: boolean;
  readonly jobs: readonly Job[];
  /** Of all jobs, or of the action. */
  readonly steps: readonly Step[];
}

export interface Job {
  readonly name: string;
  readonly fields: Fields;
}

/** A step, and what a person calls it: its name, the action that it uses, or its place. */
export interface Step {
  readonly label: string;
  readonly fields: Fields;
}

/** A violation for each fault of a workflow or an action. */
export function inWorkflows(faults: (workflow: Workflow) => readonly string[]): (tree: RepositoryTree) => Violation[] {
  return (tree) =>
    workflows(tree).flatMap((workflow) => faults(workflow).map((message) => ({ subject: workflow.path, message })));
}

/** A violation for each fault of a step. */
export function inSteps(faults: (step: Step, workflow: Workflow) => readonly string[]): (tree: RepositoryTree) => Violation[] {
  return inWorkflows((workflow) =>
    workflow.steps.flatMap((step) => faults(step, workflow).map((fault) => `Step ${step.label}: ${fault}`)),
  );
}

/** A violation for each fault of a job. */
export function inJobs(faults: (job: Job) => readonly string[]): (tree: RepositoryTree) => Violation[] {
  return inWorkflows(({ jobs }) => jobs.flatMap((job) => faults(job).map((fault) => `Job ${job.name}: ${fault}`)));
}

function workflows(tree: RepositoryTree): Workflow[] {
  return textFiles(tree).flatMap(({ path, text }) => {
    const isAction = /\/action\.ya?ml$/.test(path) && path.startsWith(".github/");
    if (!isAction && !/^\.github\/workflows\/[^/]+\.ya?ml$/.test(path)) return [];
    const [fields] = tree.parse(text).values;
    return isMap(fields) ? [{ path, text, isAction, ...parts(fields) }] : [];
  });
}

function parts(fields: Fields): Pick<Workflow, "fields" | "jobs" | "steps"> {
  const jobs = named(fields.jobs);
  const lists = [...jobs.map((job) => job.fields.steps), isMap(fields.runs) ? fields.runs.steps : undefined];
  return { fields, jobs, steps: lists.flatMap(stepsOf) };
}

function named(value: unknown): Job[] {
  if (!isMap(value)) return [];
  return Object.entries(value).flatMap(([name, fields]) => (isMap(fields) ? [{ name, fields }] : []));
}

function stepsOf(list: unknown): Step[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((fields: unknown, index) =>
    isMap(fields) ? [{ label: String(fields.name ?? fields.uses ?? index + 1), fields }] : [],
  );
}
