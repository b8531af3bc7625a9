/** A text for `sh -c`. POSIX shell and what coreutils and busybox share; a person's values reach it as variables, never as text. */
export function script(...lines: readonly string[]): string {
  return lines.join("\n");
}
