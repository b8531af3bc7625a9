import type { EnvironmentTree, Invariant } from "../invariant.ts";
import { networkPolicyLetsCallersIn } from "./callers.ts";
import { networkPolicyDeniesTheRest } from "./isolation.ts";
import { networkPolicyLetsCallersOut, networkPolicyLetsNamesResolve } from "./outside.ts";

/** That policies forbid what nobody needs, and nothing that somebody does. */
export const NETWORK: readonly Invariant<EnvironmentTree>[] = [
  networkPolicyDeniesTheRest,
  networkPolicyLetsCallersIn,
  networkPolicyLetsCallersOut,
  networkPolicyLetsNamesResolve,
];
