import type { RepositoryFile, RepositoryTree } from "../../../generator/checks/invariant.ts";

type Change = (tree: RepositoryTree) => RepositoryTree;

/** A file stands at the path, new or instead of another. */
export function put(path: string, content: string | RepositoryFile): Change {
  const file: RepositoryFile = typeof content === "string" ? { type: "file", text: content } : content;
  return (tree) => ({ ...tree, files: new Map([...tree.files, [path, file]]) });
}

/** The file is gone. */
export function remove(path: string): Change {
  return (tree) => ({ ...tree, files: new Map([...tree.files].filter(([other]) => other !== path)) });
}

/** A piece of a file is another; it must stand there. */
export function replace(path: string, from: string | RegExp, to: string): Change {
  return (tree) => {
    const file = tree.files.get(path);
    const before = file?.type === "file" ? file.text : "";
    const after = before.replace(from, to);
    if (after === before) throw new Error(`${path} has no ${from}`);
    return put(path, after)(tree);
  };
}

/** A line more at the end of a file. */
export function append(path: string, line: string): Change {
  return replace(path, /$/, line);
}

/** `prod` has a folder of its own, with this kustomization and these files. */
export function custom(fields: string, files: Readonly<Record<string, string>> = {}): Change {
  const head = "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n";
  return all(
    append("overlays/prod/kustomization.yaml", "components:\n  - custom\n"),
    put("overlays/prod/custom/kustomization.yaml", `${head}${fields}`),
    ...Object.entries(files).map(([name, text]) => put(`overlays/prod/custom/${name}`, text)),
  );
}

/** One after the other. */
export function all(...changes: readonly Change[]): Change {
  return (tree) => changes.reduce((changed, change) => change(changed), tree);
}
