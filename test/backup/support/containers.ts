import { execFile } from "node:child_process";
import { basename } from "node:path";
import { environmentObjects } from "../../../generator/commands/check-plan.ts";
import type { EnvironmentFile } from "../../../generator/config/schema/environment.ts";
import type { KubernetesObject } from "../../../generator/kubernetes/resource.ts";
import { planOf } from "../../support/plans.ts";
import { environmentFile, sourcesOf } from "../../support/repository.ts";
import { program } from "./programs.ts";

/** A container as the generated CronJob has it. */
export interface Container {
  readonly name: string;
  readonly command: readonly string[];
  readonly args?: readonly string[];
  readonly env?: readonly {
    readonly name: string;
    readonly value?: string;
    readonly valueFrom?: { secretKeyRef: { key: string } };
  }[];
}

/** The containers of a CronJob of an environment of production, in the order in which they run. */
export function containersOf(cronJob: string, settings: Partial<EnvironmentFile> = {}): Container[] {
  const { jobTemplate } = objectOf("CronJob", cronJob, settings).spec as {
    jobTemplate: { spec: { template: { spec: PodSpec } } };
  };
  const { initContainers = [], containers } = jobTemplate.spec.template.spec;
  return [...initContainers, ...containers];
}

/** The container of a Job of that environment. */
export function jobContainerOf(job: string, settings: Partial<EnvironmentFile>): Container {
  const { template } = objectOf("Job", job, settings).spec as { template: { spec: PodSpec } };
  const [container] = template.spec.containers;
  if (container === undefined) throw new Error(`The Job ${job} has no container.`);
  return container;
}

/** The files of a ConfigMap of that environment; its name has a hash at the end. */
export function filesOf(configMap: string, settings: Partial<EnvironmentFile>): Readonly<Record<string, string>> {
  return objectOf("ConfigMap", configMap, settings).data as Readonly<Record<string, string>>;
}

export function objectOf(kind: string, name: string, settings: Partial<EnvironmentFile>): KubernetesObject {
  const [environment] = planOf(sourcesOf({ prod: environmentFile("production", settings) })).environments;
  if (environment === undefined) throw new Error("There is no environment.");
  const found = environmentObjects(environment).find((object) => object.kind === kind && object.metadata.name.startsWith(name));
  if (found === undefined) throw new Error(`There is no ${kind} ${name}.`);
  return found;
}

interface PodSpec {
  readonly initContainers?: readonly Container[];
  readonly containers: readonly Container[];
}

/** What stands on this machine for what the pod has: a folder for a mount, an address for a Service. */
export type Places = Readonly<Record<string, string>>;

export interface Result {
  readonly code: number;
  readonly output: string;
}

/** Runs a container's own command with its own variables; only places are this machine's, and Secrets those that are given. */
export function run(
  { command, args: more = [], env = [] }: Container,
  places: Places,
  secrets: Readonly<Record<string, string>>,
): Promise<Result> {
  const [first = "", ...args] = [...command, ...more].map((word) => placed(word, places));
  const variables = env.map(({ name, value = "", valueFrom }) => {
    const secret = valueFrom === undefined ? undefined : secrets[valueFrom.secretKeyRef.key];
    return [name, secret ?? placed(value, places)] as const;
  });
  return execute(program(basename(first)), args, Object.fromEntries(variables));
}

function placed(text: string, places: Places): string {
  return Object.entries(places).reduce((all, [from, to]) => all.replaceAll(from, to), text);
}

export function execute(file: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Result> {
  const options = { env: { PATH: process.env.PATH, HOME: "/nonexistent", ...env }, maxBuffer: 2 ** 26 };
  return new Promise((resolve) => {
    execFile(file, [...args], options, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code ?? 1), output: `${stdout}${stderr}` });
    });
  });
}
