import { requireGit } from "./git-command.ts";

/** What Git knows of a file: the hash of its contents and its mode, `100644`. A link or a submodule is no file, and never followed. */
export interface GitEntry {
  readonly id: string;
  readonly mode: string;
  readonly isFile: boolean;
}

/** Everything below some folders of a commit, by its path from the given folder on, which need not be the top of the repository. */
export async function readGitTree(
  folder: string,
  commit: string,
  paths: readonly string[],
): Promise<ReadonlyMap<string, GitEntry>> {
  const listing = await requireGit(folder, "ls-tree", "-r", "-z", "--end-of-options", commit, ...paths);
  return new Map(records(listing).map(parseRecord));
}

/** The files below a folder that a commit of everything would hold: tracked ones and new ones, without those that are ignored. */
export async function listWorkingTree(folder: string, path: string): Promise<readonly string[]> {
  const listing = await requireGit(folder, "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", path);
  return [...new Set(records(listing))].sort();
}

function records(listing: string): string[] {
  return listing.split("\0").filter((record) => record !== "");
}

/** `100644 blob 45b983be…<tab>path` */
function parseRecord(record: string): [string, GitEntry] {
  const tab = record.indexOf("\t");
  const [mode = "", , id = ""] = record.slice(0, tab).split(" ");
  return [record.slice(tab + 1), { id, mode, isFile: mode.startsWith("100") }];
}
