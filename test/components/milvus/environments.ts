import type {
  Environment,
  ExternalStorage,
  Family,
  Kafka,
  Milvus,
  Role,
  RoleName,
} from "../../../generator/model/environment.ts";
import { RELEASES, type Topology } from "../../../generator/model/releases/index.ts";
import { anEnvironment, anImage, aPlacement, aRole } from "../../support/environments.ts";

/** Every family in every topology that it has. */
export const FAMILY_TOPOLOGIES: readonly { readonly family: Family; readonly coordinators: Topology }[] = Object.values(
  RELEASES,
).flatMap(({ family, topologies }) => topologies.map((coordinators) => ({ family, coordinators })));

/** Milvus of a family, one replica of each role; `roles` says what differs. */
export function aMilvus(
  family: Family,
  coordinators: Topology = "mixed",
  roles: Partial<Record<RoleName, Partial<Role>>> = {},
): Milvus {
  const { newest, rollOut } = RELEASES[family];
  return {
    version: newest,
    family,
    image: anImage("milvusdb/milvus", `v${newest}`),
    coordinators,
    roles: rollOut[coordinators].map((name) => aRole(name, roles[name])),
    config: {},
    readOnlyRootFilesystem: true,
  };
}

/** An environment without scheduling, so that pods show what is Milvus' own. */
export function anUnplacedEnvironment(overrides: Partial<Environment> = {}): Environment {
  return anEnvironment({ placement: aPlacement({ hosts: "none", zones: "none" }), ...overrides });
}

export function someKafka(overrides: Partial<Kafka> = {}): Kafka & { readonly channelPrefix: string } {
  return {
    type: "kafka",
    channelPrefix: "by-dev",
    brokers: ["k-0.example.com:9093", "k-1.example.com:9093"],
    securityProtocol: "SASL_SSL",
    saslMechanism: "SCRAM-SHA-512",
    caSecretName: "kafka-ca",
    ...overrides,
  };
}

export function someExternalStorage(overrides: Partial<ExternalStorage> = {}): ExternalStorage {
  return {
    type: "external",
    bucket: "acme-milvus",
    rootPath: "prod",
    provider: "aws",
    address: "s3.eu-central-1.amazonaws.com",
    port: 443,
    useSSL: true,
    region: "eu-central-1",
    auth: "iam",
    iamEndpoint: undefined,
    useVirtualHost: false,
    serviceAccountAnnotations: {},
    ...overrides,
  };
}
