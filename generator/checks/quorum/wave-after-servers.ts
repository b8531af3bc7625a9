import type { KubernetesObject } from "../../kubernetes/resource.ts";
import { type EnvironmentTree, type Invariant, violation } from "../invariant.ts";
import { objectAddress } from "../object-address.ts";
import { podOwners } from "../workload.ts";
import { calledServices, serversOf } from "./called-services.ts";
import { waveOf } from "./wave.ts";

/** A CronJob waits for nobody, and nobody for it. */
export const waveAfterServers: Invariant<EnvironmentTree> = {
  name: "wave-after-servers",
  code: "E_RANGE",
  severity: "error",
  reason: "Argo CD waits until each wave is healthy, so a workload before the one it calls is waited for in vain.",
  remedy: "Give it a later argocd.argoproj.io/sync-wave than what it calls.",
  find: ({ objects }) =>
    podOwners(objects)
      .map(({ object }) => object)
      .filter(({ kind }) => kind !== "CronJob")
      .flatMap((caller) =>
        calledServices(caller, objects)
          .flatMap((service) => tooLate(caller, service, objects))
          .map((late) => violation(caller, `It is in wave ${waveOf(caller)}, and calls ${described(late)}.`)),
      ),
};

/**
 * The workload behind the Service unless its wave is an earlier one, or else the Service, which in the same wave is applied first.
 * Peers call themselves.
 */
function tooLate(
  caller: KubernetesObject,
  service: KubernetesObject,
  objects: readonly KubernetesObject[],
): KubernetesObject[] {
  const servers = serversOf(service, objects);
  if (servers.length === 0 || servers.includes(caller)) return [];
  const late = servers.filter((server) => waveOf(server) >= waveOf(caller));
  return late.length > 0 ? late : [service].filter((object) => waveOf(object) > waveOf(caller));
}

function described(object: KubernetesObject): string {
  return `${objectAddress(object)} of wave ${waveOf(object)}`;
}
