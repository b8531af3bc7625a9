/** Text files by their path in the repository, in path order. */
export type FileTree = ReadonlyMap<string, string>;
