import type { Environment, MessageQueue } from "../environment.ts";
import { AUTORECOVERY, BOOKKEEPER, BROKER, PULSAR_PROXY, PULSAR_STANDALONE, ZOOKEEPER } from "../identities.ts";
import { BOOKIE, PULSAR_BINARY, PULSAR_HTTP, ZOOKEEPER_CLIENT, ZOOKEEPER_ELECTION, ZOOKEEPER_FOLLOWER } from "../ports.ts";
import { type Edge, type EdgePort, namedOrAnyone, podsOf, tcp, tcpPorts } from "./edge.ts";
import { ROLES, rolePods } from "./milvus.ts";
import { portOf } from "./port-of.ts";

const MILVUS = rolePods(ROLES);
const DOORS = tcp(PULSAR_BINARY, PULSAR_HTTP);

/** Every role reads the queue's address. Woodpecker keeps its log in object storage, so it adds no edge. */
export function messageQueueEdges({ messageQueue, network }: Environment): Edge[] {
  const outside = outsidePorts(messageQueue);
  if (outside.length > 0) return [{ from: [MILVUS], to: namedOrAnyone(network.egress.messageQueue), ports: outside }];
  return messageQueue.type === "pulsar" ? PULSAR_EDGES : [];
}

function outsidePorts(queue: MessageQueue): EdgePort[] {
  if (queue.type === "kafka") return tcpPorts(queue.brokers.map(portOf));
  if (queue.type === "pulsar" && queue.mode === "external") return tcpPorts([portOf(queue.address), queue.webPort]);
  return [];
}

/**
 * Pulsar's parts among themselves, and Milvus to the one that is its door. Bookies write to others only when a person retires one
 * (docs/runbooks/bookie-decommission.md); proxies ask brokers alone.
 */
const PULSAR_EDGES: Edge[] = [
  { from: [MILVUS], to: [podsOf(PULSAR_PROXY, PULSAR_STANDALONE)], ports: DOORS },
  { from: [podsOf(PULSAR_PROXY, BROKER)], to: [podsOf(BROKER)], ports: DOORS },
  { from: [podsOf(BROKER, BOOKKEEPER, AUTORECOVERY)], to: [podsOf(BOOKKEEPER)], ports: tcp(BOOKIE) },
  { from: [podsOf(BROKER, BOOKKEEPER, AUTORECOVERY)], to: [podsOf(ZOOKEEPER)], ports: tcp(ZOOKEEPER_CLIENT) },
  { from: [podsOf(ZOOKEEPER)], to: [podsOf(ZOOKEEPER)], ports: tcp(ZOOKEEPER_FOLLOWER, ZOOKEEPER_ELECTION) },
];
