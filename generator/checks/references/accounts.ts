import { inPods } from "../find.ts";
import type { EnvironmentTree, Invariant } from "../invariant.ts";

export const serviceAccountExists: Invariant<EnvironmentTree> = {
  name: "service-account-exists",
  code: "E_REF",
  severity: "error",
  reason: "The API server refuses every pod whose account does not exist.",
  remedy: "Add the ServiceAccount, or correct serviceAccountName.",
  find: inPods(({ pod: { serviceAccountName } }, { objects }) => {
    const exists = objects.some(({ kind, metadata }) => kind === "ServiceAccount" && metadata.name === serviceAccountName);
    return exists ? [] : [`There is no ServiceAccount ${serviceAccountName ?? "default"}.`];
  }),
};
