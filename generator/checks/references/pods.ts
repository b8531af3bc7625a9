import type { KubernetesObject } from "../../kubernetes/resource.ts";
import { type ObjectProblem, problemOf } from "../problem.ts";
import { type Container, containersOf, type PodOwner, podOwners } from "../workload.ts";
import type { Declared } from "./index.ts";
import { type Inventory, inventory } from "./inventory.ts";
import { checkVariables } from "./variables.ts";
import { checkMounts, checkVolumes } from "./volumes.ts";

/** What the pods expect: accounts, ConfigMaps and their keys, Secrets and their keys, volumes, ports of probes, variables. */
export function checkPods(objects: readonly KubernetesObject[], declared: Declared): ObjectProblem[] {
  const known = inventory(objects, declared);
  return podOwners(objects).flatMap((owner) =>
    [
      ...account(owner, known),
      ...checkVolumes(owner, known),
      ...containersOf(owner.pod).flatMap((container) => inside(owner, container, known)),
    ].map((message) => problemOf("E_REF", owner.object, message, "Add what is missing, or correct the reference.")),
  );
}

/** Every workload has an account of its own: what is granted to the namespace's default would be granted to all. */
function account({ pod }: PodOwner, known: Inventory): string[] {
  const { serviceAccountName = "default" } = pod;
  return known.accounts.has(serviceAccountName) ? [] : [`There is no ServiceAccount ${serviceAccountName}.`];
}

function inside(owner: PodOwner, container: Container, known: Inventory): string[] {
  return [...checkMounts(owner, container, known), ...probePorts(container), ...checkVariables(container, known)].map(
    (message) => `Container ${container.name}: ${message}`,
  );
}

function probePorts(container: Container): string[] {
  const ports = container.ports ?? [];
  return [container.startupProbe, container.livenessProbe, container.readinessProbe]
    .flatMap((probe) => probe?.httpGet?.port ?? probe?.tcpSocket?.port ?? [])
    .filter((port) => !ports.some(({ name, containerPort }) => name === port || containerPort === port))
    .map((port) => `a probe asks port ${port}, which is not declared.`);
}
