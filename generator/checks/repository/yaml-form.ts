import type { Invariant, RepositoryTree, Violation, YamlFault } from "../invariant.ts";
import { yamlFiles } from "./files.ts";

export const yamlIsReadable: Invariant<RepositoryTree> = {
  name: "yaml-is-readable",
  code: "E_YAML",
  severity: "error",
  reason: "What one parser forgives another refuses, or reads as something else.",
  remedy: "Check brackets, quotes and indentation.",
  find: withFault("syntax", (text) => text),
};

export const keysOnce: Invariant<RepositoryTree> = {
  name: "keys-once",
  code: "E_YAML",
  severity: "error",
  reason: "Of two values under one key one is lost, and Kustomize does not say so.",
  remedy: "Join the two, or remove one.",
  find: withFault("repeated-key", (key) => `The key ${key} is there already`),
};

export const noAliases: Invariant<RepositoryTree> = {
  name: "no-aliases",
  code: "E_ALIAS",
  severity: "error",
  reason: "One line changes several fields at once, and a file of ten lines can grow to gigabytes.",
  remedy: "Write the values out where they are used.",
  find: withFault("alias", (text) => `It uses ${text}`),
};

function withFault(kind: YamlFault["kind"], words: (text: string) => string): (tree: RepositoryTree) => Violation[] {
  return (tree) =>
    yamlFiles(tree).flatMap(({ path, text }) =>
      tree
        .parse(text)
        .faults.filter((fault) => fault.kind === kind)
        .map((fault) => ({ subject: path, message: `Line ${fault.line}: ${words(fault.text).replace(/\.?$/, ".")}` })),
    );
}
