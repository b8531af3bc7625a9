import { adding, anObject, type Edit, editConfig, set, setAnnotation, setEntry, setVariable } from "../quorum/edits.ts";
import type { EnvironmentSeed } from "./seed.ts";
import { remove } from "./tree-changes.ts";

const CONTAINER = "spec.template.spec.containers.0";
const FROM_CONFIG = { name: "KAFKA_SASLPASSWORD", valueFrom: { configMapKeyRef: { name: "kafka", key: "password" } } };

/** Each breaks an environment of production that takes its credentials from a Secret outside Git. */
export const SECRETS_SEEDS: readonly EnvironmentSeed[] = [
  seed("secrets-hold-nothing", "a Secret has data", adding(anObject("Secret", "login", { data: { password: "YWJj" } }))),
  seed(
    "secrets-hold-nothing",
    "a Secret has plain text",
    adding(anObject("Secret", "login", { stringData: { password: "abc" } })),
  ),
  seed("no-secret-text", "an argument is a token", set("StatefulSet etcd", `${CONTAINER}.args`, [`ghp_${"a1B2".repeat(9)}`])),
  seed(
    "no-secret-text",
    "an annotation has a password in its address",
    setAnnotation("Service etcd", "acme.com/hook", "https://u:p4ss@example.com"),
  ),
  seed("no-secret-text", "MinIO's default account is named", setAnnotation("StatefulSet minio", "acme.com/note", "minioadmin")),
  seed(
    "no-secret-text",
    "an unknown kind holds a key",
    adding(anObject("Widget", "w", { spec: { pem: "-----BEGIN PRIVATE KEY-----" } })),
  ),
  seed(
    "no-literal-secrets",
    "MinIO's password is in the manifest",
    setVariable("StatefulSet minio", "MINIO_ROOT_PASSWORD", "correct horse"),
  ),
  seed("no-literal-secrets", "a proxy gets a token", setVariable("Deployment milvus-proxy", "API_TOKEN", "abc")),
  seed(
    "credentials-from-secrets",
    "MinIO's account is in the manifest",
    setVariable("StatefulSet minio", "MINIO_ROOT_USER", "milvus"),
  ),
  seed(
    "credentials-from-secrets",
    "a password comes from a ConfigMap",
    setEntry("Deployment milvus-proxy", "KAFKA_SASLPASSWORD", FROM_CONFIG),
  ),
  seed("minio-has-account", "MinIO has no password", setVariable("StatefulSet minio", "MINIO_ROOT_PASSWORD", undefined)),
  seed("minio-has-account", "MinIO has no account", setVariable("StatefulSet minio", "MINIO_ROOT_USER", undefined)),
  seed("config-maps-hold-no-secrets", "Milvus' configuration holds a key", editConfig("useSSL: true", "secretAccessKey: abc")),
  seed("milvus-root-has-password", "the Job is gone", remove("Job milvus-root-password")),
  seed("etcd-has-accounts", "the Job is gone", remove("Job milvus-etcd-accounts")),
  seed(
    "etcd-callers-sign-in",
    "a role shows no password",
    setVariable("Deployment milvus-querynode", "ETCD_AUTH_PASSWORD", undefined),
  ),
  seed(
    "config-maps-hold-no-secrets",
    "a file is named like a credential",
    adding(anObject("ConfigMap", "x", { data: { password: "abc" } })),
  ),
  seed("config-maps-pass-scanners", "the configuration names an account", editConfig("useSSL: true", "username: milvus")),
];

function seed(invariant: string, title: string, breakIt: Edit): EnvironmentSeed {
  return { invariant, title, breakIt };
}
