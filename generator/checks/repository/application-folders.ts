import type { Invariant, RepositoryTree } from "../invariant.ts";
import { readAs } from "../read-as.ts";
import { yamlFiles } from "./files.ts";
import { kustomizationIn } from "./kustomizations.ts";
import { isWithin } from "./paths.ts";

export const applicationFolderExists: Invariant<RepositoryTree> = {
  name: "application-folder-exists",
  code: "E_REF",
  severity: "error",
  reason: "Argo CD cannot render an Application whose folder is not there.",
  remedy: "Correct source.path, or add the folder with a kustomization.yaml.",
  find: (tree) =>
    yamlFiles(tree)
      .filter(({ path }) => isWithin("apps", path))
      .flatMap(({ path, text }) =>
        tree
          .parse(text)
          .values.flatMap((value) => folderOf(value) ?? [])
          .filter((folder) => kustomizationIn(tree, folder) === undefined)
          .map((folder) => ({ subject: path, message: `It syncs ${folder}, which has no kustomization.` })),
      ),
};

interface Application {
  readonly kind?: string;
  readonly spec?: { readonly source?: { readonly path?: string } };
}

function folderOf(value: unknown): string | undefined {
  const { kind, spec } = readAs<Application>(value, { kind: "text", spec: { source: { path: "text" } } }) ?? {};
  return kind === "Application" ? spec?.source?.path : undefined;
}
