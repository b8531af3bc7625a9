import type { Finding } from "../errors.ts";
import { identityPath } from "./identity-file.ts";

/** A record that was removed or edited, while the plan comes to something else than what was recorded. */
export function lostRecord(environment: string): Finding {
  const path = identityPath(environment);
  return {
    code: "E_IMMUTABLE",
    severity: "error",
    location: { file: path, line: 1, column: 1 },
    path: "",
    message: "The record of what cannot change is missing, or is not the one that was generated.",
    reason: "What the environment asks for is not what was recorded either, so nobody can say what would be lost.",
    remedy: `Bring back the committed one with its list: git restore -- ${path} overlays/${environment}/generated.sha256 (docs/identity.md).`,
  };
}

/** Said once, however many there are: they come to it together, with the first generator that keeps a record. */
export function unrecorded([first, ...others]: readonly string[]): Finding[] {
  if (first === undefined) return [];
  const also =
    others.length === 0 ? "" : ` The same holds for ${others.length} other environment${others.length === 1 ? "" : "s"}.`;
  return [
    {
      code: "E_IMMUTABLE",
      severity: "warning",
      location: { file: identityPath(first), line: 1, column: 1 },
      path: "",
      message: "The environment was generated before without a record of what cannot change.",
      reason: `It is recorded now, and nothing could be compared.${also}`,
      remedy: "Look through the difference before you commit it.",
    },
  ];
}
