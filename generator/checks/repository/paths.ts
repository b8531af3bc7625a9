/** The folder of a path, empty for the top of the repository. */
export function folderOf(path: string): string {
  return path.split("/").slice(0, -1).join("/");
}

/** What an entry means that stands in a file of the folder; undefined where it leaves the repository. */
export function resolvePath(folder: string, entry: string): string | undefined {
  if (entry.startsWith("/")) return undefined;
  const segments = `${folder}/${entry}`.split("/").filter((segment) => segment !== "" && segment !== ".");
  const resolved: string[] = [];
  for (const segment of segments) {
    if (segment !== "..") resolved.push(segment);
    else if (resolved.pop() === undefined) return undefined;
  }
  return resolved.join("/");
}

/** Whether a path is the folder or stands in it. */
export function isWithin(folder: string, path: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}
