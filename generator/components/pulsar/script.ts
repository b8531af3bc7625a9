/**
 * A text for `sh -c`, which runs in `/pulsar`. POSIX shell alone: the images are Ubuntu up to 3.2 and Alpine from 3.3 on. Texts
 * read the pod's variables, and nothing that a user wrote takes part in them.
 */
export function script(...lines: readonly string[]): string {
  return lines.join("\n");
}
