import { describe, expect, it } from "vitest";
import { configMapsHoldNoSecrets, configMapsPassScanners } from "../../../generator/checks/secrets/config-maps.ts";
import { adding, anObject, type Edit, plannedTree } from "../quorum/edits.ts";

const TREE = plannedTree("production");
const SUBJECT = "ConfigMap milvus-prod/x";

describe("configMapsHoldNoSecrets", () => {
  it("accepts Milvus' configuration of every family and queue", () => {
    for (const version of ["2.3.21", "2.4.17", "2.5.27", "2.6.20"]) {
      expect(configMapsHoldNoSecrets.find(plannedTree("production", { milvus: { version } }))).toEqual([]);
    }
  });

  it.each([
    { line: "  secretAccessKey: abc", setting: "secretAccessKey" },
    { line: '"password": "abc",', setting: "password" },
    { line: "sasl.Password = abc", setting: "sasl.Password" },
    { line: "access_token: abc # comment", setting: "access_token" },
    { line: "aws_access_key_id=abc", setting: "aws_access_key_id" },
    { line: "pwd: abc", setting: "pwd" },
  ])("refuses $line", ({ line, setting }) => {
    expect(configMapsHoldNoSecrets.find(file("a.yaml", `a: 1\n${line}\n`)(TREE))).toEqual([
      { subject: SUBJECT, message: `It sets ${setting}.` },
    ]);
  });

  it.each([
    "password:",
    'password: ""',
    "password: '' # from a Secret",
    "password: ${PASSWORD}",
    'password: "{{ .password }}"',
    "token: null",
    "tokens: many",
    "secretName: login",
    "authorization: none",
  ])("accepts %s", (line) => {
    expect(configMapsHoldNoSecrets.find(file("a.yaml", line)(TREE))).toEqual([]);
  });

  it.each(["password", "API_TOKEN", "bearer.txt", "secret.yaml", "credentials.json", "jwt", "private.key"])(
    "refuses a file %s, and reads ConfigMaps without files",
    (name) => {
      expect(configMapsHoldNoSecrets.find(file(name, "a: 1")(TREE))).toEqual([
        { subject: SUBJECT, message: `Its file ${name} is named like a credential.` },
      ]);
      expect(configMapsHoldNoSecrets.find(adding(anObject("ConfigMap", "x", { data: null }))(TREE))).toEqual([]);
    },
  );
});

describe("configMapsPassScanners", () => {
  it("accepts Milvus' configuration", () => {
    expect(configMapsPassScanners.find(TREE)).toEqual([]);
  });

  it.each([
    { line: "username: milvus", found: "username: m" },
    { line: "partitionKey: id", found: "Key: i" },
    { line: "algorithm: sha1", found: "sha1" },
    { line: "checksum: MD5", found: "MD5" },
    { line: "contact: ops@example.com", found: "ops@example.com" },
  ])("warns of $line", ({ line, found }) => {
    expect(configMapsPassScanners.find(file("a.yaml", line)(TREE))).toEqual([
      { subject: SUBJECT, message: `It holds ${found}.` },
    ]);
    expect(configMapsPassScanners.severity).toBe("warning");
  });
});

function file(name: string, text: string): Edit {
  return adding(anObject("ConfigMap", "x", { data: { [name]: text } }));
}
