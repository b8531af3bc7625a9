import { type EnvVar, envSecret, envValue } from "../../../kubernetes/env.ts";
import type { Environment, Secrets } from "../../../model/environment.ts";
import { ETCD_USER } from "../../../model/etcd-accounts.ts";
import { ETCD_KEYS, KAFKA_KEYS, OBJECT_STORAGE_KEYS, PULSAR_KEYS, requireSecret } from "../../../model/secrets.ts";

/**
 * Names and passwords, from Secrets alone. The shorter `MINIO_ACCESS_KEY` is ignored by Milvus since 2.2, which then takes
 * minioadmin. For Azure the two are the name and the key of the storage account.
 */
export function credentials(environment: Environment): EnvVar[] {
  const { authentication, objectStorage, messageQueue, secrets } = environment;
  const withKeys = objectStorage.type === "minio" || objectStorage.auth === "keys";
  const withSasl = messageQueue.type === "kafka" && messageQueue.saslMechanism !== undefined;
  const withToken = messageQueue.type === "pulsar" && authentication.pulsar.enabled;
  return [
    ...(withKeys ? objectStorageKeys(secrets) : []),
    ...(withSasl ? kafkaAccount(secrets) : []),
    ...(withToken ? pulsarToken(secrets) : []),
    ...(authentication.etcd.enabled ? etcdAccount(environment) : []),
  ];
}

function objectStorageKeys(secrets: Secrets): EnvVar[] {
  const { name } = requireSecret(secrets, "objectStorage");
  return [
    envSecret("MINIO_ACCESS_KEY_ID", name, OBJECT_STORAGE_KEYS.user),
    envSecret("MINIO_SECRET_ACCESS_KEY", name, OBJECT_STORAGE_KEYS.password),
  ];
}

function kafkaAccount(secrets: Secrets): EnvVar[] {
  const { name } = requireSecret(secrets, "kafka");
  return [envSecret("KAFKA_SASLUSERNAME", name, KAFKA_KEYS.user), envSecret("KAFKA_SASLPASSWORD", name, KAFKA_KEYS.password)];
}

/** In the form that Milvus reads (milvus `pkg/util/paramtable/service_param.go`, pulsar.authParams); it knows no `pulsar.token`. */
function pulsarToken(secrets: Secrets): EnvVar[] {
  return [
    envSecret("PULSAR_TOKEN", requireSecret(secrets, "pulsar").name, PULSAR_KEYS.milvus),
    envValue("PULSAR_AUTHPARAMS", "token:$(PULSAR_TOKEN)"),
  ];
}

/** The user of an etcd of ours is in no configuration file, where scanners take a name of a user for a credential. */
function etcdAccount({ etcd, secrets }: Environment): EnvVar[] {
  const { name } = requireSecret(secrets, "etcd");
  return [
    etcd.mode === "external"
      ? envSecret("ETCD_AUTH_USERNAME", name, ETCD_KEYS.outsideUser)
      : envValue("ETCD_AUTH_USERNAME", ETCD_USER.milvus),
    envSecret("ETCD_AUTH_PASSWORD", name, ETCD_KEYS.milvus),
  ];
}
