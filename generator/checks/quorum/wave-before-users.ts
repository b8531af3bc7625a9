import type { KubernetesObject } from "../../kubernetes/resource.ts";
import { type EnvironmentTree, type Invariant, violation } from "../invariant.ts";
import { objectAddress } from "../object-address.ts";
import { readAs } from "../read-as.ts";
import { containersOf, type PodOwner, podOwners } from "../workload.ts";
import { waveOf } from "./wave.ts";

/** Accounts, configuration, sources of Secrets and headless Services, against the pods that need them to start. */
export const waveBeforeUsers: Invariant<EnvironmentTree> = {
  name: "wave-before-users",
  code: "E_RANGE",
  severity: "error",
  reason:
    "A pod without its account, configuration or Secret does not start, and Argo CD waits for it before the wave that brings them.",
  remedy: "Give it the argocd.argoproj.io/sync-wave of its first user, or an earlier one.",
  find: ({ objects }) => {
    const known = new Map(objects.map((object) => [nameFor(object), object]));
    return podOwners(objects).flatMap((owner) =>
      [...needs(owner)]
        .flatMap((name) => known.get(name) ?? [])
        .filter((object) => waveOf(object) > waveOf(owner.object))
        .map((object) => violation(object, late(object, owner.object))),
    );
  },
};

/** Everything else lies in it. */
export const namespaceFirst: Invariant<EnvironmentTree> = {
  name: "namespace-first",
  code: "E_RANGE",
  severity: "error",
  reason: "Nothing can be created in a Namespace that is not there yet.",
  remedy: "Give the Namespace an argocd.argoproj.io/sync-wave before all others.",
  find: ({ objects }) =>
    objects
      .filter(({ kind }) => kind === "Namespace")
      .flatMap((namespace) =>
        objects
          .filter((object) => object !== namespace && waveOf(object) < waveOf(namespace))
          .slice(0, 1)
          .map((object) => violation(namespace, late(namespace, object))),
      ),
};

function late(object: KubernetesObject, user: KubernetesObject): string {
  return `It is in wave ${waveOf(object)}, and ${objectAddress(user)} in wave ${waveOf(user)}.`;
}

/** What an object is to pods: `Secret login` for whatever makes that Secret. */
function nameFor({ kind, metadata, spec }: KubernetesObject): string {
  if (kind === "SealedSecret") return `Secret ${metadata.name}`;
  if (kind !== "ExternalSecret") return `${kind} ${metadata.name}`;
  return `Secret ${readAs<Target>(spec, { target: { name: "text" } })?.target?.name ?? metadata.name}`;
}

interface Target {
  readonly target?: { readonly name?: string };
}

function needs({ pod, serviceName }: PodOwner): ReadonlySet<string> {
  const variables = containersOf(pod).flatMap(({ env = [] }) => env.map(({ valueFrom }) => valueFrom));
  return new Set([
    `ServiceAccount ${pod.serviceAccountName}`,
    `Service ${serviceName}`,
    ...(pod.volumes ?? []).flatMap(({ configMap, secret }) => [`ConfigMap ${configMap?.name}`, `Secret ${secret?.secretName}`]),
    ...variables.flatMap((from) => [`ConfigMap ${from?.configMapKeyRef?.name}`, `Secret ${from?.secretKeyRef?.name}`]),
  ]);
}
