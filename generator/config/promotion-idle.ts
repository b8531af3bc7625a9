import type { Settings } from "./schema/settings.ts";

/** Whether the environment does not run what the field speaks of, so that the field would be refused there as one without effect. */
export function isIdle(settings: Settings, path: readonly string[]): boolean {
  return idleSections(settings).some((section) => section.every((name, index) => path[index] === name));
}

function idleSections({ etcd, objectStorage, messageQueue, attu }: Settings): readonly (readonly string[])[] {
  const { type, pulsar } = messageQueue ?? {};
  return [
    ...(etcd?.mode === "external" ? [["etcd"]] : []),
    ...(attu?.enabled === true ? [] : [["attu"]]),
    ...(objectStorage?.type === "external" ? [["objectStorage", "minio"]] : []),
    ...(type === "pulsar" ? [] : [["messageQueue", "pulsar"]]),
    ...(pulsar?.mode === "external" ? SERVERS.map((name) => ["messageQueue", "pulsar", name]) : []),
  ];
}

/** What a Pulsar elsewhere decides itself; a larger message than its own largest it would refuse. */
const SERVERS = ["image", "retention", "maxMessageSize"];
