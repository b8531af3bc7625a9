import type { MessageQueue } from "../model/environment.ts";
import type { Fact } from "./facts.ts";
import { majorOf } from "./version-numbers.ts";

type Pulsar = Extract<MessageQueue, { readonly type: "pulsar" }>;

/** Where the log is that holds what is not yet in object storage. */
export function queueFacts(queue: MessageQueue): Fact[] {
  return [["messageQueue.type", queue.type], ["messageQueue.channelPrefix", queue.channelPrefix], ...ofType(queue)];
}

function ofType(queue: MessageQueue): Fact[] {
  if (queue.type === "woodpecker") return [];
  if (queue.type === "kafka") return [["messageQueue.brokers", [...queue.brokers].sort().join()]];
  return [
    ["pulsar.mode", queue.mode],
    ["pulsar.tenant", queue.tenant],
    ["pulsar.namespace", queue.namespace],
    ...servers(queue),
  ];
}

function servers(pulsar: Pulsar): Fact[] {
  if (pulsar.mode === "external") return [["pulsar.address", pulsar.address]];
  const version: Fact = ["pulsar.version", majorOf(pulsar.image.tag)];
  if (pulsar.mode === "standalone") return [version];
  return [
    version,
    ["pulsar.zookeeper.members", String(pulsar.zookeeper.replicas)],
    ["pulsar.bookkeeper.bookies", String(pulsar.bookkeeper.replicas)],
  ];
}
