import type { Settings } from "../../../config/schema/settings.ts";
import { error, type Problem } from "../problem.ts";

/** A field that has no sensible default and without which nothing can be computed. */
interface Required {
  readonly when: (settings: Settings) => boolean;
  readonly value: (settings: Settings) => unknown;
  readonly field: string;
  readonly because: string;
  readonly example: string;
}

/** What must be said next to what is said. */
export function requiredFields(settings: Settings): Problem[] {
  return REQUIRED.filter(({ when, value }) => when(settings) && value(settings) === undefined).map(
    ({ field, because, example }) =>
      error(field, "E_SHAPE", { message: "The field is missing.", reason: because, remedy: `Add it: ${example}.` }),
  );
}

const hasExposure =
  (...types: readonly string[]) =>
  ({ exposure }: Settings) =>
    types.includes(exposure?.type ?? "");
const isPulsarElsewhere = ({ messageQueue }: Settings) =>
  messageQueue?.type === "pulsar" && messageQueue.pulsar?.mode === "external";
const hasConsoleIngress = ({ attu }: Settings) => attu?.enabled === true && attu.exposure?.type === "Ingress";
const isBucketElsewhere = ({ objectStorage }: Settings) => objectStorage?.type === "external";

const REQUIRED: readonly Required[] = [
  {
    when: ({ etcd }) => etcd?.mode === "external",
    value: ({ etcd }) => etcd?.endpoints,
    field: "etcd.endpoints",
    because: "etcd.mode is external, so nobody else knows where the members are.",
    example: "[etcd-0.example.com:2379]",
  },
  {
    when: isBucketElsewhere,
    value: ({ objectStorage }) => objectStorage?.external?.provider,
    field: "objectStorage.external.provider",
    because: "objectStorage.type is external, and every provider signs requests in its own way.",
    example: "aws",
  },
  {
    when: isBucketElsewhere,
    value: ({ objectStorage }) => objectStorage?.external?.address,
    field: "objectStorage.external.address",
    because: "objectStorage.type is external, so nobody else knows where the bucket is.",
    example: "s3.eu-central-1.amazonaws.com",
  },
  {
    when: ({ backup }) => backup?.destination?.address !== undefined,
    value: ({ backup }) => backup?.destination?.bucket,
    field: "backup.destination.bucket",
    because: "backup.destination.address is a second place, where nobody knows Milvus' bucket.",
    example: "acme-milvus-backups",
  },
  {
    when: isPulsarElsewhere,
    value: ({ messageQueue }) => messageQueue?.pulsar?.address,
    field: "messageQueue.pulsar.address",
    because: "messageQueue.pulsar.mode is external, so nobody else knows where Pulsar is.",
    example: "pulsar://pulsar.example.com:6650",
  },
  {
    when: ({ messageQueue }) => messageQueue?.type === "kafka",
    value: ({ messageQueue }) => messageQueue?.kafka?.brokers,
    field: "messageQueue.kafka.brokers",
    because: "messageQueue.type is kafka, and Kafka always runs elsewhere.",
    example: "[kafka-0.example.com:9093]",
  },
  {
    when: hasExposure("NodePort"),
    value: ({ exposure }) => exposure?.nodePort,
    field: "exposure.nodePort",
    because: "exposure.type is NodePort; a port that Kubernetes chooses is another one after a restore.",
    example: "30001",
  },
  {
    when: hasExposure("Ingress", "Gateway"),
    value: ({ exposure }) => exposure?.host,
    field: "exposure.host",
    because: "Ingress and Gateway choose the environment by the name that clients use.",
    example: "milvus.example.com",
  },
  {
    when: hasExposure("Ingress"),
    value: ({ exposure }) => exposure?.tlsSecretName,
    field: "exposure.tlsSecretName",
    because: "exposure.type is Ingress, where gRPC needs TLS.",
    example: "milvus-tls",
  },
  {
    when: hasExposure("Gateway"),
    value: ({ exposure }) => exposure?.gateway?.name,
    field: "exposure.gateway.name",
    because: "exposure.type is Gateway, and the route attaches to a Gateway that exists.",
    example: "public",
  },
  {
    when: hasExposure("Gateway"),
    value: ({ exposure }) => exposure?.gateway?.namespace,
    field: "exposure.gateway.namespace",
    because: "exposure.type is Gateway, and the Gateway is seldom in the environment's own namespace.",
    example: "gateways",
  },
  {
    when: hasConsoleIngress,
    value: ({ attu }) => attu?.exposure?.host,
    field: "attu.exposure.host",
    because: "attu.exposure.type is Ingress, which chooses the console by the name that people use.",
    example: "attu.example.com",
  },
  {
    when: hasConsoleIngress,
    value: ({ attu }) => attu?.exposure?.tlsSecretName,
    field: "attu.exposure.tlsSecretName",
    because: "attu.exposure.type is Ingress, and people send their passwords there.",
    example: "attu-tls",
  },
  {
    when: ({ secrets }) => secrets?.provider === "external-secrets",
    value: ({ secrets }) => secrets?.store?.name,
    field: "secrets.store.name",
    because: "secrets.provider is external-secrets, which reads from a store that exists.",
    example: "vault",
  },
];
