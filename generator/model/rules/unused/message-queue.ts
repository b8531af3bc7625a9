import type { Environment, Kafka } from "../../environment.ts";
import { type UnusedField, unusedIf } from "./unused-field.ts";

type Queue = Environment["messageQueue"];

/** Fields of queues, and of shapes of Pulsar, that are not used. */
export function unusedInMessageQueue({ messageQueue }: Environment): UnusedField[] {
  const { type } = messageQueue;
  const others = ["pulsar", "kafka"].filter((queue) => queue !== type).map((queue) => `messageQueue.${queue}`);
  return [
    ...unusedIf(true, `messageQueue.type is ${type}`, others),
    ...(messageQueue.type === "pulsar" ? inPulsar(messageQueue) : []),
    ...(messageQueue.type === "kafka" ? inKafka(messageQueue) : []),
  ];
}

const STANDALONE = ["standalone"];
const CLUSTER = ["zookeeper", "bookkeeper", "autorecovery", "broker", "proxy", "ensembleSize", "writeQuorum", "ackQuorum"];
const SERVERS = ["image", "retention"];
const ELSEWHERE = ["address", "webPort"];

const UNUSED: Readonly<Record<"standalone" | "cluster" | "external", readonly string[]>> = {
  standalone: [...CLUSTER, ...ELSEWHERE],
  cluster: [...STANDALONE, ...ELSEWHERE],
  external: [...STANDALONE, ...CLUSTER, ...SERVERS],
};

function inPulsar({ mode }: Extract<Queue, { readonly type: "pulsar" }>): UnusedField[] {
  const fields = UNUSED[mode].map((name) => `messageQueue.pulsar.${name}`);
  return unusedIf(true, `messageQueue.pulsar.mode is ${mode}`, fields);
}

function inKafka({ securityProtocol }: Kafka): UnusedField[] {
  const because = `messageQueue.kafka.securityProtocol is ${securityProtocol}`;
  return [
    ...unusedIf(!securityProtocol.startsWith("SASL"), because, ["messageQueue.kafka.saslMechanism"]),
    ...unusedIf(!securityProtocol.endsWith("SSL"), because, ["messageQueue.kafka.caSecretName"]),
  ];
}
