import type { Unit } from "../../kubernetes/resource.ts";
import { edges } from "../../model/edges/index.ts";
import type { Environment } from "../../model/environment.ts";
import { workloadIdentities } from "../../model/workload-identities.ts";
import type { Component } from "../component.ts";
import { isolation } from "./isolation.ts";
import { networkPolicy } from "./policy.ts";

/** Who may talk to whom: a policy for each workload, and one that shuts off whatever else runs in the namespace. */
export const network: Component = {
  name: "network",
  isShared: true,
  version: () => undefined,
  units: (environment) => (environment.network.policies ? policyUnits(environment) : []),
};

function policyUnits(environment: Environment): Unit[] {
  const all = edges(environment);
  const policies = workloadIdentities(environment).map((identity) => unit(identity.name, networkPolicy(identity, all)));
  return [unit("default", isolation()), ...policies];
}

function unit(name: string, object: ReturnType<typeof isolation>): Unit {
  return { path: `network/${name}`, resources: [{ file: "networkpolicy", object }] };
}
