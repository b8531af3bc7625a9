import type { Invariant, RepositoryTree } from "../invariant.ts";
import { isMap } from "../read-as.ts";
import { yamlFiles } from "./files.ts";

/** `config.kubernetes.io/function` and its older name make an object the input of a program. */
const FUNCTION = /^config\.(?:kubernetes|k8s)\.io\/function$/;

export const noFunctions: Invariant<RepositoryTree> = {
  name: "no-kustomize-functions",
  code: "E_POLICY",
  severity: "error",
  reason: "Kustomize would run the program that the annotation names.",
  remedy: "Remove the annotation, and write down what the program makes.",
  find: (tree) =>
    yamlFiles(tree).flatMap(({ path, text }) =>
      // Nearly all files lack the word, and need not be parsed.
      text.includes("io/function")
        ? tree.parse(text).values.flatMap((value) =>
            annotationsOf(value)
              .filter((key) => FUNCTION.test(key))
              .map((key) => ({ subject: path, message: `It has the annotation ${key}.` })),
          )
        : [],
    ),
};

function annotationsOf(value: unknown): string[] {
  if (!isMap(value) || !isMap(value.metadata) || !isMap(value.metadata.annotations)) return [];
  return Object.keys(value.metadata.annotations);
}
