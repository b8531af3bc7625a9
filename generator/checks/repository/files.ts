import type { RepositoryTree, Violation } from "../invariant.ts";

/** A file whose text is known. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

export function textFiles({ files }: RepositoryTree): TextFile[] {
  return [...files].flatMap(([path, file]) => (file.type === "file" ? [{ path, text: file.text }] : []));
}

/** The files that are YAML by their name; JSON is YAML too. */
export function yamlFiles(tree: RepositoryTree): TextFile[] {
  return textFiles(tree).filter(({ path }) => isYaml(path));
}

function isYaml(path: string): boolean {
  return /(?:\.ya?ml|\.json|\/Kustomization)$/.test(path);
}

/** A violation for each fault of a text file. */
export function inTexts(faults: (file: TextFile) => readonly string[]): (tree: RepositoryTree) => Violation[] {
  return (tree) =>
    textFiles(tree).flatMap((file) => faults(file).map((message): Violation => ({ subject: file.path, message })));
}
