import type { Environment, MessageQueue } from "../environment.ts";
import { AUTORECOVERY, BOOKKEEPER, BROKER, PULSAR_PROXY, PULSAR_STANDALONE, ZOOKEEPER } from "../identities.ts";
import {
  BOOKIE,
  PULSAR_BINARY,
  PULSAR_BINARY_TLS,
  PULSAR_HTTP,
  PULSAR_HTTPS,
  ZOOKEEPER_CLIENT,
  ZOOKEEPER_ELECTION,
  ZOOKEEPER_FOLLOWER,
} from "../ports.ts";
import { type Edge, type EdgePort, namedOrAnyone, podsOf, tcp, tcpPorts } from "./edge.ts";
import { ROLES, rolePods } from "./milvus.ts";
import { portOf } from "./port-of.ts";

const MILVUS = rolePods(ROLES);

/** Every role reads the queue's address. Woodpecker keeps its log in object storage, so it adds no edge. */
export function messageQueueEdges({ messageQueue, network, tls }: Environment): Edge[] {
  const outside = outsidePorts(messageQueue);
  if (outside.length > 0) return [{ from: [MILVUS], to: namedOrAnyone(network.egress.messageQueue), ports: outside }];
  return messageQueue.type === "pulsar" ? pulsarEdges(tls.pulsar) : [];
}

function outsidePorts(queue: MessageQueue): EdgePort[] {
  if (queue.type === "kafka") return tcpPorts(queue.brokers.map(portOf));
  if (queue.type === "pulsar" && queue.mode === "external") return tcpPorts([portOf(queue.address), queue.webPort]);
  return [];
}

/**
 * Pulsar's parts among themselves, and Milvus to the one that is its door. Bookies write to others only when a person retires one
 * (docs/runbooks/bookie-decommission.md); proxies ask brokers alone. With TLS nobody may use the plain ports, which the servers have
 * all the same, but for the admin API that Milvus calls.
 */
function pulsarEdges(hasTls: boolean): Edge[] {
  const plain = tcp(PULSAR_BINARY, PULSAR_HTTP);
  const ofDoor = hasTls ? tcp(PULSAR_BINARY_TLS, PULSAR_HTTP) : plain;
  const ofBrokers = hasTls ? tcp(PULSAR_BINARY_TLS, PULSAR_HTTPS) : plain;
  return [
    { from: [MILVUS], to: [podsOf(PULSAR_PROXY, PULSAR_STANDALONE)], ports: ofDoor },
    { from: [podsOf(PULSAR_PROXY, BROKER)], to: [podsOf(BROKER)], ports: ofBrokers },
    ...WITHIN_PULSAR,
  ];
}

const WITHIN_PULSAR: Edge[] = [
  { from: [podsOf(BROKER, BOOKKEEPER, AUTORECOVERY)], to: [podsOf(BOOKKEEPER)], ports: tcp(BOOKIE) },
  { from: [podsOf(BROKER, BOOKKEEPER, AUTORECOVERY)], to: [podsOf(ZOOKEEPER)], ports: tcp(ZOOKEEPER_CLIENT) },
  { from: [podsOf(ZOOKEEPER)], to: [podsOf(ZOOKEEPER)], ports: tcp(ZOOKEEPER_FOLLOWER, ZOOKEEPER_ELECTION) },
];
