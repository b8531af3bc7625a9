import type {
  Authentication,
  Backup,
  Environment,
  MessageQueue,
  ObjectStorage,
  RequiredSecret,
  Secrets,
} from "../environment.ts";
import { ETCD_KEYS, MILVUS_ROOT_KEYS, OBJECT_STORAGE_KEYS, PULSAR_KEYS } from "../secrets.ts";
import type { Section } from "./settings.ts";
import { take } from "./take.ts";

type SecretsSettings = Section<"secrets">;

/** What decides which credentials an environment needs. */
interface Stores {
  readonly etcd: Environment["etcd"];
  readonly objectStorage: ObjectStorage;
  readonly messageQueue: MessageQueue;
  readonly backup: Backup;
  readonly authentication: Authentication;
}

/** Where credentials come from, and the Secrets that the pods of the environment named `environment` will read. */
export function resolveSecrets(environment: string, secrets: SecretsSettings, stores: Stores): Secrets {
  const { provider, refreshInterval } = take("secrets", secrets, "provider", "refreshInterval");
  return {
    provider,
    store: provider === "external-secrets" ? take("secrets.store", secrets.store, "name", "kind") : NO_STORE,
    refreshInterval,
    required: requirements(stores).map((requirement) => requiredSecret(environment, requirement, secrets)),
  };
}

const NO_STORE: Secrets["store"] = { name: "", kind: "ClusterSecretStore" };

interface Requirement extends Pick<RequiredSecret, "purpose" | "keys"> {
  /** The last part of its path in an external store. */
  readonly folder: string;
}

const OBJECT_STORAGE: Requirement = {
  purpose: "objectStorage",
  keys: Object.values(OBJECT_STORAGE_KEYS),
  folder: "object-storage",
};
const KAFKA: Requirement = { purpose: "kafka", keys: ["username", "password"], folder: "kafka" };
const BACKUP: Requirement = { purpose: "backup", keys: Object.values(OBJECT_STORAGE_KEYS), folder: "backup" };
const MILVUS_ROOT: Requirement = { purpose: "milvusRoot", keys: Object.values(MILVUS_ROOT_KEYS), folder: "root" };

function requirements(stores: Stores): Requirement[] {
  return [
    ...ofStores(stores),
    ...(stores.authentication.milvus.enabled ? [MILVUS_ROOT] : []),
    ...ofTokens(stores),
    ...(stores.authentication.etcd.enabled ? [ofEtcd(stores.etcd.mode)] : []),
    ...ofBackup(stores),
  ];
}

function ofStores({ objectStorage, messageQueue }: Stores): Requirement[] {
  const hasKeys = objectStorage.type === "minio" || objectStorage.auth === "keys";
  const hasSasl = messageQueue.type === "kafka" && messageQueue.saslMechanism !== undefined;
  return [...(hasKeys ? [OBJECT_STORAGE] : []), ...(hasSasl ? [KAFKA] : [])];
}

function ofTokens({ authentication, messageQueue }: Stores): Requirement[] {
  return authentication.pulsar.enabled && messageQueue.type === "pulsar" ? [pulsar(messageQueue.mode)] : [];
}

function ofBackup({ backup }: Stores): Requirement[] {
  const hasSecondPlace = !backup.destination.isOwn && (backup.etcd ?? backup.milvus) !== undefined;
  return hasSecondPlace ? [BACKUP] : [];
}

/** A Pulsar outside has its own key, and its servers their own tokens. */
function pulsar(mode: "standalone" | "cluster" | "external"): Requirement {
  const keys = mode === "external" ? [PULSAR_KEYS.milvus] : Object.values(PULSAR_KEYS);
  return { purpose: "pulsar", keys, folder: "pulsar" };
}

/** An etcd outside has its own root, and its own way to make tokens. */
function ofEtcd(mode: "internal" | "external"): Requirement {
  const { root, milvus, tokenKey, outsideUser } = ETCD_KEYS;
  return { purpose: "etcd", keys: mode === "external" ? [outsideUser, milvus] : [root, milvus, tokenKey], folder: "etcd" };
}

function requiredSecret(environment: string, { purpose, keys, folder }: Requirement, secrets: SecretsSettings): RequiredSecret {
  const { name } = take(`secrets.${purpose}`, secrets[purpose], "name");
  const remoteKey = secrets[purpose]?.remoteKey ?? `milvus/${environment}/${folder}`;
  const sealed = secrets.provider === "sealed-secrets" ? secrets.sealed?.[purpose] : undefined;
  return { purpose, name, keys, remoteKey, sealed: sealed ?? {} };
}
