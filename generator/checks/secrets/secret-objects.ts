import { inObjects } from "../find.ts";
import type { EnvironmentTree, Invariant } from "../invariant.ts";
import { isMap } from "../read-as.ts";

/** Without values a Secret is a place for what comes from elsewhere. */
export const secretsHoldNothing: Invariant<EnvironmentTree> = {
  name: "secrets-hold-nothing",
  code: "E_SECRET",
  severity: "error",
  reason: "A Secret in Git can be read by everyone who can read the repository, now and in its history.",
  remedy: "Use an ExternalSecret or a SealedSecret, or create it in the cluster; and replace the credential.",
  find: inObjects("Secret", ({ data, stringData }) =>
    Object.entries({ data, stringData })
      .filter(([, values]) => isMap(values) && Object.keys(values).length > 0)
      .map(([field]) => `It has ${field}.`),
  ),
};
