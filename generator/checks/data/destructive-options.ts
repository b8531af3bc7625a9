import { inObjects } from "../find.ts";
import type { EnvironmentTree, Invariant } from "../invariant.ts";
import { destructiveOptions, syncOptionsOf } from "../sync-options.ts";

export const noDestructiveOptions: Invariant<EnvironmentTree> = {
  name: "no-destructive-options",
  code: "E_STORAGE",
  severity: "error",
  reason: "Argo CD would delete the object and make it anew, or apply what the API server refuses.",
  remedy: "Remove the sync option.",
  find: inObjects(undefined, ({ metadata }) =>
    destructiveOptions(syncOptionsOf(metadata)).map((option) => `It has the sync option ${option}.`),
  ),
};
