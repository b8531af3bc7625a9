import { describe, expect, it } from "vitest";
import { credentialsFromSecrets, minioHasAccount, noLiteralSecrets } from "../../../generator/checks/secrets/variables.ts";
import { plannedTree, setEntry, setVariable } from "../quorum/edits.ts";

const TREE = plannedTree("production");
const KAFKA = plannedTree("production", {
  messageQueue: {
    type: "kafka",
    kafka: { brokers: ["k.example.com:9092"], securityProtocol: "SASL_SSL", saslMechanism: "PLAIN" },
  },
});
const PROXY = "Deployment milvus-proxy";
const SUBJECT = "Deployment milvus-prod/milvus-proxy";

describe("noLiteralSecrets", () => {
  it("accepts credentials from Secrets", () => {
    expect(noLiteralSecrets.find(TREE)).toEqual([]);
    expect(noLiteralSecrets.find(KAFKA)).toEqual([]);
  });

  it.each([
    "ADMIN_PASSWORD",
    "clientSecret",
    "API_TOKEN",
    "HTTP_BEARER",
    "MINIO_ROOT_PASSWORD_FILE",
    "LICENSE_KEY",
    "DB_PASSWD",
  ])("refuses %s with its value", (name) => {
    expect(noLiteralSecrets.find(setVariable(PROXY, name, "x")(TREE))).toEqual([
      { subject: SUBJECT, message: `Container proxy: the variable ${name} has its value in the manifest.` },
    ]);
  });

  it.each([
    { title: "an empty value", name: "ADMIN_PASSWORD", value: "" },
    { title: "another variable", name: "ADMIN_PASSWORD", value: "$(OTHER)" },
    { title: "the path of a file", name: "ETCDCTL_KEY", value: "/etc/etcd/tls/tls.key" },
    { title: "a name that only contains a key", name: "KEYSPACE", value: "a" },
    { title: "the file that MinIO reads its settings from", name: "MINIO_CONFIG_ENV_FILE", value: "/etc/minio" },
  ])("accepts $title", ({ name, value }) => {
    expect(noLiteralSecrets.find(setVariable(PROXY, name, value)(TREE))).toEqual([]);
  });

  it.each([
    { title: "a credential in front of a reference", value: "a$(OTHER)" },
    { title: "one that begins as a path does", value: "/x9Kd/2mQw7Lp" },
    { title: "one with a path behind it", value: "secret:/etc/tls/tls.key" },
  ])("refuses $title", ({ value }) => {
    expect(noLiteralSecrets.find(setVariable(PROXY, "API_TOKEN", value)(TREE))).toHaveLength(1);
  });
});

describe("credentialsFromSecrets", () => {
  it("accepts names and passwords from Secrets", () => {
    expect(credentialsFromSecrets.find(TREE)).toEqual([]);
    expect(credentialsFromSecrets.find(KAFKA)).toEqual([]);
  });

  it.each([
    { target: "StatefulSet minio", container: "minio", name: "MINIO_ROOT_USER" },
    { target: PROXY, container: "proxy", name: "MINIO_ACCESS_KEY_ID" },
  ])("refuses $name in plain text", ({ target, container, name }) => {
    const [kind, object] = target.split(" ");

    expect(credentialsFromSecrets.find(setVariable(target, name, "milvus")(TREE))).toEqual([
      {
        subject: `${kind} milvus-prod/${object}`,
        message: `Container ${container}: the variable ${name} comes from no Secret.`,
      },
    ]);
  });

  it("refuses a password from a ConfigMap", () => {
    const entry = { name: "MINIO_SECRET_ACCESS_KEY", valueFrom: { configMapKeyRef: { name: "config", key: "password" } } };

    expect(credentialsFromSecrets.find(setEntry(PROXY, "MINIO_SECRET_ACCESS_KEY", entry)(TREE))).toEqual([
      { subject: SUBJECT, message: "Container proxy: the variable MINIO_SECRET_ACCESS_KEY comes from no Secret." },
    ]);
  });

  it("leaves a password in plain text to the invariant about those", () => {
    expect(credentialsFromSecrets.find(setVariable(PROXY, "ADMIN_PASSWORD", "x")(TREE))).toEqual([]);
  });
});

describe("minioHasAccount", () => {
  it.each(["MINIO_ROOT_USER", "MINIO_ROOT_PASSWORD"])("refuses MinIO without %s", (name) => {
    expect(minioHasAccount.find(TREE)).toEqual([]);
    expect(minioHasAccount.find(setVariable("StatefulSet minio", name, undefined)(TREE))).toEqual([
      { subject: "StatefulSet milvus-prod/minio", message: `The variable ${name} is not set.` },
    ]);
  });
});
