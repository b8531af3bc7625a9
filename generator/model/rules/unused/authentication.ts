import type { Settings } from "../../../config/schema/settings.ts";
import type { Environment } from "../../environment.ts";
import { othersThan, type UnusedField, unusedIf } from "./unused-field.ts";

/** What users may do, where nobody is asked who they are, and tokens and passwords that nobody shows or asks for. */
export function unusedInAuthentication(environment: Environment, { authentication: said }: Settings): UnusedField[] {
  const { milvus, pulsar, etcd } = environment.authentication;
  const fields = othersThan(["enabled"], "authentication.milvus", said?.milvus);
  return [
    ...unusedIf(!milvus.enabled, "authentication.milvus.enabled is false", fields),
    ...unusedIf(!pulsar.enabled, "authentication.pulsar.enabled is false", ["authentication.pulsar.enforced"]),
    ...inQueue(environment.messageQueue),
    ...unusedIf(!etcd.enabled, "authentication.etcd.enabled is false", ["authentication.etcd.enforced"]),
    ...unusedIf(environment.etcd.mode === "external", "etcd.mode is external", ["authentication.etcd.enforced"]),
  ];
}

function inQueue(queue: Environment["messageQueue"]): UnusedField[] {
  if (queue.type !== "pulsar") return unusedIf(true, `messageQueue.type is ${queue.type}`, ["authentication.pulsar"]);
  return unusedIf(queue.mode === "external", "messageQueue.pulsar.mode is external", ["authentication.pulsar.enforced"]);
}
