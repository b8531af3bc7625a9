import type { Settings } from "../../generator/config/index.ts";
import { anExternal } from "./knob-values.ts";

const SEALED = `Ag${"C".repeat(120)}`;
const KAFKA: Settings = { messageQueue: { type: "kafka", kafka: { brokers: ["kafka.example.com:9093"] } } };
const EXTERNAL_SECRETS: Settings = { secrets: { provider: "external-secrets", store: { name: "vault" } } };
const SEALED_SECRETS: Settings = {
  secrets: {
    provider: "sealed-secrets",
    sealed: { objectStorage: { "access-key": SEALED, "secret-key": SEALED }, milvusRoot: { password: SEALED } },
  },
};
const SECOND_PLACE: Settings = { backup: { destination: { address: "s3.example.com", bucket: "acme-backups" } } };
const TOKENS: Settings = { authentication: { pulsar: { enabled: true } } };
const PASSWORDS: Settings = { authentication: { etcd: { enabled: true } } };
const DEDICATED: Settings = { milvus: { version: "2.5.27", coordinators: "dedicated" } };
const SCALED = { autoscaling: { enabled: true, maxReplicas: 10, cpu: 70 } };
const ON_GPUS = { gpu: { count: 1 } };
const ASKED = { autoscaling: { ...SCALED.autoscaling, by: "keda" as const } };
const EXTERNAL_PULSAR: Settings = {
  messageQueue: { pulsar: { mode: "external", address: "pulsar://pulsar.example.com:6650" } },
};
const INGRESS: Settings = {
  exposure: { type: "Ingress", className: "nginx", host: "milvus.example.com", tlsSecretName: "tls" },
};
const GATEWAY: Settings = {
  exposure: { type: "Gateway", host: "milvus.example.com", gateway: { name: "public", namespace: "gateways" } },
};

const AUTHORIZED: Settings = { authentication: { milvus: { enabled: true } } };
const CONSOLE: Settings = { ...AUTHORIZED, attu: { enabled: true } };
const CONSOLE_INGRESS: Settings = {
  ...AUTHORIZED,
  attu: { enabled: true, exposure: { type: "Ingress", host: "attu.example.com", tlsSecretName: "attu-tls" } },
};

/** What a production environment must say for a leaf to matter, by the beginning of the leaf; the first that fits counts. */
export const CONTEXTS: readonly (readonly [string, Settings])[] = [
  ["etcd.endpoints", { etcd: { mode: "external" } }],
  ["objectStorage.external.iamEndpoint", external({ auth: "iam" })],
  ["objectStorage.external.serviceAccountAnnotations", external({ auth: "iam" })],
  ["objectStorage.external", external()],
  ["secrets.store", EXTERNAL_SECRETS],
  ["secrets.refreshInterval", EXTERNAL_SECRETS],
  ["secrets.objectStorage.remoteKey", EXTERNAL_SECRETS],
  ["secrets.milvusRoot.remoteKey", EXTERNAL_SECRETS],
  ["authentication.pulsar.enforced", TOKENS],
  ["secrets.pulsar.remoteKey", { ...TOKENS, ...EXTERNAL_SECRETS }],
  ["secrets.pulsar", TOKENS],
  ["secrets.sealed.pulsar", { ...TOKENS, ...SEALED_SECRETS }],
  ["authentication.etcd.enforced", PASSWORDS],
  ["secrets.etcd.remoteKey", { ...PASSWORDS, ...EXTERNAL_SECRETS }],
  ["secrets.etcd", PASSWORDS],
  ["secrets.sealed.etcd", { ...PASSWORDS, ...SEALED_SECRETS }],
  ["secrets.kafka", { ...KAFKA, ...EXTERNAL_SECRETS }],
  ["secrets.sealed.objectStorage", SEALED_SECRETS],
  ["secrets.sealed.milvusRoot", { ...SEALED_SECRETS }],
  [
    "secrets.sealed.kafka",
    {
      ...KAFKA,
      secrets: { ...SEALED_SECRETS.secrets, sealed: { ...SEALED_SECRETS.secrets?.sealed, kafka: { password: SEALED } } },
    },
  ],
  [
    "secrets.sealed.backup",
    {
      ...SECOND_PLACE,
      secrets: { ...SEALED_SECRETS.secrets, sealed: { ...SEALED_SECRETS.secrets?.sealed, backup: { "secret-key": SEALED } } },
    },
  ],
  ["secrets.backup", { ...SECOND_PLACE, ...EXTERNAL_SECRETS }],
  ["backup.destination.region", { backup: { ...SECOND_PLACE.backup, milvus: { enabled: true } } }],
  ["backup.destination.rootPath", {}],
  ["backup.destination.bucket", {}],
  ["backup.destination", SECOND_PLACE],
  ["backup.milvus", { backup: { milvus: { enabled: true } } }],
  ["network.egress.backup", SECOND_PLACE],
  ["messageQueue.kafka", KAFKA],
  ["messageQueue.pulsar.standalone", { messageQueue: { pulsar: { mode: "standalone" } } }],
  ["messageQueue.pulsar.tenant", EXTERNAL_PULSAR],
  ["messageQueue.pulsar.namespace", EXTERNAL_PULSAR],
  ["messageQueue.pulsar.address", EXTERNAL_PULSAR],
  ["messageQueue.pulsar.webPort", EXTERNAL_PULSAR],
  ["messageQueue.pulsar.ensembleSize", { messageQueue: { pulsar: { bookkeeper: { replicas: 6 } } } }],
  ["milvus.family", { milvus: { version: "2.9.0" } }],
  ["milvus.coordinators", { milvus: { version: "2.5.27" } }],
  ["milvus.roles.queryNode.resourceGroups.one.autoscaling.prometheus", group(ASKED)],
  ["milvus.roles.queryNode.resourceGroups.one.autoscaling", group(SCALED)],
  ["milvus.roles.queryNode.resourceGroups.one.gpu", group(ON_GPUS)],
  ["milvus.roles.proxy.autoscaling.prometheus", { milvus: { roles: { proxy: ASKED } } }],
  ["milvus.roles.queryNode.autoscaling.prometheus", { milvus: { roles: { queryNode: ASKED } } }],
  ["milvus.roles.dataNode.autoscaling.prometheus", { milvus: { roles: { dataNode: ASKED } } }],
  ["milvus.roles.indexNode.autoscaling.prometheus", { milvus: { ...DEDICATED.milvus, roles: { indexNode: ASKED } } }],
  ["milvus.roles.proxy.autoscaling", { milvus: { roles: { proxy: SCALED } } }],
  ["milvus.roles.queryNode.autoscaling", { milvus: { roles: { queryNode: SCALED } } }],
  ["milvus.roles.dataNode.autoscaling", { milvus: { roles: { dataNode: SCALED } } }],
  ["milvus.roles.indexNode.autoscaling", { milvus: { ...DEDICATED.milvus, roles: { indexNode: SCALED } } }],
  ["milvus.image.gpu", { milvus: { roles: { queryNode: ON_GPUS, dataNode: ON_GPUS } } }],
  ["milvus.roles.queryNode.gpu", { milvus: { roles: { queryNode: ON_GPUS } } }],
  ["milvus.roles.dataNode.gpu", { milvus: { roles: { dataNode: ON_GPUS } } }],
  ["milvus.roles.indexNode.gpu", { milvus: { ...DEDICATED.milvus, roles: { indexNode: ON_GPUS } } }],
  ["milvus.roles.rootCoord", DEDICATED],
  ["milvus.roles.dataCoord", DEDICATED],
  ["milvus.roles.queryCoord", DEDICATED],
  ["milvus.roles.indexNode", DEDICATED],
  ["attu.exposure.type", CONSOLE],
  ["attu.exposure", CONSOLE_INGRESS],
  ["attu", CONSOLE],
  ["exposure.nodePort", { exposure: { type: "NodePort" } }],
  ["exposure.sourceRanges", { exposure: { type: "LoadBalancer" } }],
  ["exposure.loadBalancerClass", { exposure: { type: "LoadBalancer" } }],
  ["exposure.externalTrafficPolicy", { exposure: { type: "LoadBalancer" } }],
  ["exposure.gateway", GATEWAY],
  ["exposure.issuer", { exposure: { ...INGRESS.exposure, issuer: { kind: "ClusterIssuer", name: "public" } } }],
  ["exposure.controller", INGRESS],
  ["exposure.className", INGRESS],
  ["exposure.host", INGRESS],
  ["exposure.tlsSecretName", INGRESS],
  ["monitoring", { monitoring: { enabled: true } }],
  ["quota", { quota: { enabled: true } }],
  ["tls.clusterDomain", { tls: { pulsar: true } }],
  ["tls.hosts", { tls: { milvus: "server" } }],
  ["tls", { tls: { objectStorage: true } }],
  ["network.clients", { exposure: { type: "ClusterIP" } }],
  ["network.controllerNamespace", INGRESS],
  ["network.egress.etcd", { etcd: { mode: "external", endpoints: ["etcd.example.com:2379"] } }],
  ["network.egress.objectStorage", external()],
  ["network.egress.identity", external({ auth: "iam" })],
  ["network.egress.messageQueue", KAFKA],
];

function external(settings: object = {}): Settings {
  return { objectStorage: { type: "external", external: anExternal(settings) } };
}

function group(settings: object): Settings {
  return { milvus: { roles: { queryNode: { resourceGroups: { one: settings } } } } };
}
