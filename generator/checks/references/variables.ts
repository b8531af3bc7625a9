import { inContainers } from "../find.ts";
import type { EnvironmentTree, Invariant } from "../invariant.ts";
import type { Container } from "../workload.ts";
import { configMapKeys, secretKeys } from "./inventory.ts";

/** In lower case `$(name)` is a shell's. */
export const variableSetBeforeUse: Invariant<EnvironmentTree> = {
  name: "variable-set-before-use",
  code: "E_REF",
  severity: "error",
  reason: "$(NAME) is replaced only where NAME stands earlier in the same list; elsewhere the text itself is passed on.",
  remedy: "Declare the variable above the one that uses it.",
  find: inContainers(({ env = [], args = [], command = [], envFrom = [] }, _owner, tree) => {
    const { keys, isComplete } = imported(envFrom, tree);
    if (!isComplete) return [];
    const names = env.map(({ name }) => name);
    return [
      ...env.flatMap(({ value = "" }, index) => unknown(value, [...keys, ...names.slice(0, index)])),
      ...[...command, ...args].flatMap((argument) => unknown(argument, [...keys, ...names])),
    ];
  }),
};

/** Variables of whole ConfigMaps and Secrets, which come before those of the list; not complete where nobody knows their keys. */
function imported(sources: NonNullable<Container["envFrom"]>, tree: EnvironmentTree) {
  const keys = sources.map(({ configMapRef, secretRef, prefix = "" }) => {
    const { name = "" } = configMapRef ?? secretRef ?? {};
    const found = (configMapRef === undefined ? secretKeys(tree) : configMapKeys(tree)).get(name);
    return found?.map((key) => `${prefix}${key}`);
  });
  return { keys: keys.flatMap((found) => found ?? []), isComplete: keys.every((found) => found !== undefined) };
}

function unknown(text: string, declared: readonly string[]): string[] {
  return [...text.matchAll(/(\$?)\$\(([A-Z_][A-Z0-9_]*)\)/g)]
    .filter(([, escaped, name]) => escaped === "" && !declared.includes(name ?? ""))
    .map(([, , name]) => `$(${name}) is used before it is set.`);
}

export const variableSetOnce: Invariant<EnvironmentTree> = {
  name: "variable-set-once",
  code: "E_DUP",
  severity: "error",
  reason: "The last of two variables of one name wins, so the first misleads whoever reads it.",
  remedy: "Remove one of the two.",
  find: inContainers((container) => repeatedNames(container).map((name) => `the variable ${name} is set twice.`)),
};

function repeatedNames({ env = [] }: Container): string[] {
  const names = env.map(({ name }) => name);
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}
