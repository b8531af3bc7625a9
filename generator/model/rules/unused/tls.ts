import type { Settings } from "../../../config/schema/settings.ts";
import type { Environment } from "../../environment.ts";
import { othersThan, type UnusedField, unusedIf } from "./unused-field.ts";

const SWITCHES = ["etcd", "objectStorage", "pulsar", "milvus", "internal"];
const CERT_MANAGER = ["tls.issuer", "tls.duration", "tls.renewBefore"];

/** Fields about certificates that nobody shows, and switches for what runs elsewhere. */
export function unusedInTls({ tls, etcd, objectStorage, messageQueue }: Environment, settings: Settings): UnusedField[] {
  const isOn = tls.etcd || tls.objectStorage || tls.pulsar || tls.internal || tls.milvus !== "off";
  return [
    ...unusedIf(!isOn, "nothing of tls is switched on", othersThan(SWITCHES, "tls", settings.tls)),
    ...unusedIf(isOn && tls.certificates === "existing", "tls.certificates is existing", CERT_MANAGER),
    ...unusedIf(isOn && tls.milvus === "off", "tls.milvus is off", ["tls.hosts"]),
    ...unusedIf(isOn && !tls.pulsar, "tls.pulsar is off", ["tls.clusterDomain"]),
    ...unusedIf(settings.tls?.etcd === true && etcd.mode === "external", "etcd.mode is external", ["tls.etcd"]),
    ...unusedIf(settings.tls?.objectStorage === true && objectStorage.type === "external", "objectStorage.type is external", [
      "tls.objectStorage",
    ]),
    ...(settings.tls?.pulsar === true ? pulsarElsewhere(messageQueue) : []),
  ];
}

/** A Pulsar outside is encrypted where its address says `pulsar+ssl`. */
function pulsarElsewhere(queue: Environment["messageQueue"]): UnusedField[] {
  if (queue.type !== "pulsar") return unusedIf(true, `messageQueue.type is ${queue.type}`, ["tls.pulsar"]);
  const why = "messageQueue.pulsar.mode is external, where the address says pulsar+ssl";
  return unusedIf(queue.mode === "external", why, ["tls.pulsar"]);
}
