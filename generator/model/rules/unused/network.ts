import type { Settings } from "../../../config/schema/settings.ts";
import type { Environment } from "../../environment.ts";
import { othersThan, type UnusedField, unusedIf } from "./unused-field.ts";

/** Fields that no policy of the environment reads. */
export function unusedInNetwork(environment: Environment, { network }: Settings): UnusedField[] {
  if (!environment.network.policies) {
    return unusedIf(true, "network.policies is false", othersThan(["policies"], "network", network));
  }
  return [...inEntrance(environment), ...inEgress(environment)];
}

function inEntrance({ exposure: { type }, network: { clients } }: Environment): UnusedField[] {
  const isOpen = (type === "NodePort" || type === "LoadBalancer") && clients.cidrs.length === 0;
  return [
    ...unusedIf(type !== "Ingress" && type !== "Gateway", `exposure.type is ${type}`, ["network.controllerNamespace"]),
    ...unusedIf(isOpen, `exposure.type is ${type}, which lets everybody in unless network.clients.cidrs is set`, [
      "network.clients.namespaces",
    ]),
  ];
}

function inEgress({ etcd, objectStorage, messageQueue, backup }: Environment): UnusedField[] {
  const hasIdentity = objectStorage.type === "external" && objectStorage.auth === "iam";
  const hasQueue = messageQueue.type === "kafka" || (messageQueue.type === "pulsar" && messageQueue.mode === "external");
  return [
    ...unusedIf(etcd.mode === "internal", "etcd.mode is internal", ["network.egress.etcd"]),
    ...unusedIf(objectStorage.type === "minio", "objectStorage.type is minio", ["network.egress.objectStorage"]),
    ...unusedIf(!hasIdentity, "objectStorage is not external with auth: iam", ["network.egress.identity"]),
    ...unusedIf(!hasQueue, "the message queue is not outside", ["network.egress.messageQueue"]),
    ...unusedIf(!hasSecondPlace(backup), "no backup goes to a second place", ["network.egress.backup"]),
  ];
}

function hasSecondPlace({ destination, etcd, milvus }: Environment["backup"]): boolean {
  return !destination.isOwn && (etcd ?? milvus) !== undefined;
}
