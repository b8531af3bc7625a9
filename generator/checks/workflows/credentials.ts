import type { Invariant, RepositoryTree } from "../invariant.ts";
import { isMap } from "../read-as.ts";
import { inJobs, inSteps } from "./workflow.ts";

/** zizmor artipacked. */
export const checkoutKeepsNoCredentials: Invariant<RepositoryTree> = {
  name: "checkout-keeps-no-credentials",
  code: "E_SECRET",
  severity: "error",
  reason: "The token stays in .git/config, where every later step and every uploaded folder has it.",
  remedy: "Set with.persist-credentials: false.",
  find: inSteps(({ fields: { uses, with: inputs } }) => {
    if (!String(uses).startsWith("actions/checkout@")) return [];
    const isOff = isMap(inputs) && String(inputs["persist-credentials"]) === "false";
    return isOff ? [] : ["it keeps its credentials."];
  }),
};

/** zizmor secrets-inherit. */
export const noInheritedSecrets: Invariant<RepositoryTree> = {
  name: "no-inherited-secrets",
  code: "E_SECRET",
  severity: "error",
  reason: "The called workflow gets every secret of the repository, those that it does not need too.",
  remedy: "Pass each secret by its name.",
  find: inJobs(({ fields: { secrets } }) => (secrets === "inherit" ? ["it passes all secrets on."] : [])),
};
