/** Whether a version is that one or a later one. A pre-release or hotfix of a patch counts as the patch. */
export function isAtLeast(version: string, minimum: string): boolean {
  const numbers = parts(version);
  const wanted = parts(minimum);
  const differing = wanted.findIndex((part, index) => part !== numbers[index]);
  return differing === -1 || (numbers[differing] ?? 0) > (wanted[differing] ?? 0);
}

function parts(version: string): number[] {
  return (version.split("-")[0] ?? "").split(".").map(Number);
}
