import type { Container, EnvVar } from "../workload.ts";
import type { Inventory } from "./inventory.ts";

/** Variables whose Secret or ConfigMap lacks the key, and variables used before they are set. */
export function checkVariables(container: Container, known: Inventory): string[] {
  return [...keys(container.env ?? [], known), ...sources(container, known), ...expansions(container)];
}

function keys(env: readonly EnvVar[], known: Inventory): string[] {
  return env.flatMap(({ valueFrom }) => {
    const { secretKeyRef: secret, configMapKeyRef: config } = valueFrom ?? {};
    if (secret !== undefined && !known.secretKeys.get(secret.name)?.includes(secret.key))
      return [`there is no Secret ${secret.name} with the key ${secret.key}.`];
    if (config !== undefined && !known.configKeys.get(config.name)?.includes(config.key))
      return [`there is no ConfigMap ${config.name} with the key ${config.key}.`];
    return [];
  });
}

function sources({ envFrom = [] }: Container, known: Inventory): string[] {
  return envFrom.flatMap(({ secretRef: secret, configMapRef: config }) => {
    if (secret !== undefined && !known.secretKeys.has(secret.name)) return [`there is no Secret ${secret.name}.`];
    if (config !== undefined && !known.configKeys.has(config.name)) return [`there is no ConfigMap ${config.name}.`];
    return [];
  });
}

/**
 * `$(NAME)` expands only when NAME stands earlier in the same list; otherwise the text itself is passed on. In lower case it is a
 * shell's.
 */
function expansions({ env = [], args = [], command = [] }: Container): string[] {
  const declared = new Set<string>();
  const problems: string[] = [];
  for (const { name, value } of env) {
    problems.push(...unknown(value ?? "", declared));
    if (declared.has(name)) problems.push(`the variable ${name} is set twice.`);
    declared.add(name);
  }
  return [...problems, ...[...command, ...args].flatMap((argument) => unknown(argument, declared))];
}

function unknown(text: string, declared: ReadonlySet<string>): string[] {
  return [...text.matchAll(/(\$?)\$\(([A-Z_][A-Z0-9_]*)\)/g)]
    .filter(([, escaped, name]) => escaped === "" && !declared.has(name ?? ""))
    .map(([, , name]) => `$(${name}) is used before it is set.`);
}
