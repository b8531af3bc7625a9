import type { Environment } from "../../model/environment.ts";
import { roleIdentity } from "../../model/identities.ts";
import type { Invariant, PlatformTree } from "../invariant.ts";
import { scalers } from "../scalers.ts";
import { inEnvironmentApplications } from "./find.ts";
import type { IgnoredDifference } from "./objects.ts";

/** Only an autoscaler changes a field that Git has, and only that one. */
export const differencesStayVisible: Invariant<PlatformTree> = {
  name: "differences-stay-visible",
  code: "E_POLICY",
  severity: "error",
  reason: "What Argo CD does not compare can be changed in the cluster, and nobody sees it or undoes it.",
  remedy: "Ignore /spec/replicas of a workload that an autoscaler scales, and nothing else.",
  find: inEnvironmentApplications(({ spec: { ignoreDifferences = [] } }, environment, { environments }) => {
    const tree = environments.find(({ environment: { name } }) => name === environment);
    const scaled = new Set(scalers(tree?.objects ?? []).map(({ target }) => keyOf(target ?? { kind: "" })));
    return ignoreDifferences
      .filter((entry) => !isReplicas(entry) || !scaled.has(keyOf(entry)))
      .map((entry) => `It ignores ${pathsOf(entry).join(", ") || "nothing"} of ${keyOf(entry)}.`);
  }),
};

export const autoscaledReplicasIgnored: Invariant<PlatformTree> = {
  name: "autoscaled-replicas-ignored",
  code: "E_POLICY",
  severity: "error",
  reason: "The first sync without a number of replicas takes all pods but one, unless Argo CD leaves the number as it is.",
  remedy: "Ignore /spec/replicas of the Deployment, with the sync option RespectIgnoreDifferences=true.",
  find: inEnvironmentApplications(({ spec: { ignoreDifferences = [], syncPolicy } }, name, { environments }) => {
    const found = environments.find(({ environment }) => environment.name === name);
    const isRespected = syncPolicy?.syncOptions?.includes("RespectIgnoreDifferences=true") === true;
    const ignored = new Set(isRespected ? ignoreDifferences.filter(isReplicas).map(keyOf) : []);
    return autoscaled(found?.environment)
      .filter((key) => !ignored.has(key))
      .map((key) => `It does not leave /spec/replicas of ${key} to its autoscaler.`);
  }),
};

function autoscaled(environment: Environment | undefined): string[] {
  const roles = (environment?.milvus.roles ?? []).filter(({ autoscaling }) => autoscaling !== undefined);
  return roles.map((role) => keyOf({ kind: "Deployment", name: roleIdentity(role).name }));
}

function isReplicas({ group, jsonPointers = [], jqPathExpressions = [], managedFieldsManagers = [] }: IgnoredDifference) {
  const isPointer = jsonPointers.length === 1 && jsonPointers[0] === "/spec/replicas";
  return group === "apps" && isPointer && jqPathExpressions.length + managedFieldsManagers.length === 0;
}

function pathsOf({ jsonPointers = [], jqPathExpressions = [], managedFieldsManagers = [] }: IgnoredDifference): string[] {
  return [...jsonPointers, ...jqPathExpressions, ...managedFieldsManagers.map((manager) => `what ${manager} wrote`)];
}

function keyOf({ kind, name = "any" }: { readonly kind: string; readonly name?: string }): string {
  return `${kind} ${name}`;
}
