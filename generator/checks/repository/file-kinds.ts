import type { Invariant, RepositoryFile, RepositoryTree } from "../invariant.ts";

export const noLinks: Invariant<RepositoryTree> = {
  name: "no-links",
  code: "E_PATH",
  severity: "error",
  reason: "A symbolic link reads what is outside the repository, and Argo CD refuses all of it for one that does.",
  remedy: "Replace it by the file that it points at.",
  find: byType("symlink", () => "It is a symbolic link."),
};

export const onlyFiles: Invariant<RepositoryTree> = {
  name: "only-files",
  code: "E_PATH",
  severity: "error",
  reason: "Git keeps files alone, and reading a pipe or a device waits for ever.",
  remedy: "Remove it.",
  find: byType("other", () => "It is no file."),
};

export const filesAreSmall: Invariant<RepositoryTree> = {
  name: "files-are-small",
  code: "E_SIZE",
  severity: "error",
  reason: "Nobody can review a file of more than 1 MiB, and a ConfigMap of that size is refused.",
  remedy: "Split it, or keep it elsewhere.",
  find: byType("large", (file) => `It has ${"bytes" in file ? file.bytes : 0} bytes.`),
};

function byType(type: RepositoryFile["type"], message: (file: RepositoryFile) => string): Invariant<RepositoryTree>["find"] {
  return ({ files }) =>
    [...files].flatMap(([path, file]) => (file.type === type ? [{ subject: path, message: message(file) }] : []));
}
