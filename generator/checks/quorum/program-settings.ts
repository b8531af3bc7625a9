import { type Container, containersOf, type PodSpec } from "../workload.ts";

/** The value that a container's variable has in the manifest; undefined where it is not set, or comes from elsewhere. */
export function literal({ env = [] }: Container, name: string): string | undefined {
  return env.find((variable) => variable.name === name)?.value;
}

/** The same of the first container of the pod that has it. */
export function podLiteral(pod: PodSpec, name: string): string | undefined {
  return first(pod, (container) => literal(container, name));
}

/** A setting of etcd by its flag, `initial-cluster`. etcd prefers the flag to the variable. */
export function etcdSetting(pod: PodSpec, name: string): string | undefined {
  const variable = `ETCD_${name.replaceAll("-", "_").toUpperCase()}`;
  return first(pod, (container) => flag(container, name) ?? literal(container, variable));
}

/** Command and arguments as one list. */
export function wordsOf({ command = [], args = [] }: Container): string[] {
  return [...command, ...args];
}

/** `--name=value` or `--name value`. */
function flag(container: Container, name: string): string | undefined {
  const words = wordsOf(container);
  const index = words.findIndex((word) => word === `--${name}` || word.startsWith(`--${name}=`));
  const word = words[index];
  return word?.includes("=") ? word.slice(word.indexOf("=") + 1) : words[index === -1 ? words.length : index + 1];
}

function first(pod: PodSpec, find: (container: Container) => string | undefined): string | undefined {
  return containersOf(pod)
    .map(find)
    .find((value) => value !== undefined);
}
