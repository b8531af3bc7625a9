import { createPublicKey, verify } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { EnvironmentFile } from "../../generator/config/schema/environment.ts";
import type { JsonMap } from "../../generator/kustomize/json.ts";
import { parseObjects } from "../support/canonical.ts";
import { environmentFile, readTree } from "../support/repository.ts";
import { run } from "../support/run.ts";
import { DEV, freshRepository } from "./repositories.ts";

const STORAGE_BY_ROLE: Partial<EnvironmentFile> = {
  objectStorage: {
    type: "external",
    external: {
      provider: "aws",
      address: "s3.eu-central-1.amazonaws.com",
      region: "eu-central-1",
      auth: "iam",
      serviceAccountAnnotations: { "eks.amazonaws.com/role-arn": "arn:aws:iam::1:role/milvus" },
    },
  },
};
const KAFKA_FIELDS: Partial<EnvironmentFile> = {
  messageQueue: { type: "kafka", kafka: { brokers: ["kafka.example.com:9093"] } },
};
const KAFKA = environmentFile("development", KAFKA_FIELDS);
const ALL_OUTSIDE = environmentFile("development", { ...KAFKA_FIELDS, ...STORAGE_BY_ROLE });
const KAFKA_IS_OUTSIDE =
  "The Secret milvus-kafka holds the credentials of a system outside, which cannot be made up here.\n  Create it: kubectl -n milvus-dev create secret generic milvus-kafka --from-literal=username=… --from-literal=password=…\n";
const EXTERNAL_SECRETS = environmentFile("development", {
  secrets: { provider: "external-secrets", store: { name: "vault" } },
});
const NOTHING_NEEDED = environmentFile("development", STORAGE_BY_ROLE);

describe("secrets", () => {
  it("prints the Namespace and Secrets that kubectl apply takes", async () => {
    const { code, stdout, stderr } = await run(freshRepository(), "secrets", "--env", "dev");

    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(parseObjects(stdout)).toEqual([
      expect.objectContaining({
        apiVersion: "v1",
        kind: "Namespace",
        metadata: expect.objectContaining({ name: "milvus-dev" }),
      }),
      expect.objectContaining({
        apiVersion: "v1",
        kind: "Secret",
        metadata: expect.objectContaining({ name: "milvus-object-storage", namespace: "milvus-dev" }),
        type: "Opaque",
        stringData: {
          "access-key": expect.stringMatching(/^[\w-]{32}$/),
          "secret-key": expect.stringMatching(/^[\w-]{32}$/),
        },
      }),
    ]);
  });

  it.each([
    { certificates: "existing" as const, maker: "you make them" },
    { certificates: "cert-manager" as const, maker: "cert-manager makes them" },
  ])("says that it makes no certificates, and that $maker", async ({ certificates, maker }) => {
    const dev = environmentFile("development", { tls: { objectStorage: true, milvus: "server", certificates } });

    const { code, stdout } = await run(freshRepository({ dev }), "secrets", "--env", "dev");

    expect(code).toBe(0);
    expect(stdout).toContain(`# Without the certificates minio-tls, milvus-tls, milvus-proxy-tls: ${maker}, docs/tls.md.\n`);
    expect(parseObjects(stdout).map(({ kind }) => kind)).toEqual(["Namespace", "Secret"]);
  });

  it("signs tokens of Pulsar that its public key verifies", async () => {
    const pulsar = environmentFile("development", { authentication: { pulsar: { enabled: true } } });

    const { code, stdout } = await run(freshRepository({ dev: pulsar }), "secrets", "--env", "dev");

    const secret = parseObjects(stdout).find(({ metadata }) => (metadata as JsonMap).name === "milvus-pulsar");
    const values = secret?.stringData as Record<string, string>;
    const key = createPublicKey({ key: Buffer.from(values["public-key"] ?? "", "base64"), format: "der", type: "spki" });
    const subjects = [values["server-token"], values["milvus-token"]].map((token = "") => {
      const [head = "", body = "", signature = ""] = token.split(".");
      expect(verify("sha256", Buffer.from(`${head}.${body}`), key, Buffer.from(signature, "base64url"))).toBe(true);
      return [head, body].map((part) => JSON.parse(Buffer.from(part, "base64url").toString()));
    });
    expect({ code, subjects }).toEqual({
      code: 0,
      subjects: [
        [{ alg: "RS256" }, { sub: "server" }],
        [{ alg: "RS256" }, { sub: "milvus" }],
      ],
    });
  });

  it("makes up the passwords of etcd, and what its tokens are signed with", async () => {
    const etcd = environmentFile("development", { authentication: { etcd: { enabled: true } } });

    const { code, stdout } = await run(freshRepository({ dev: etcd }), "secrets", "--env", "dev");

    const secret = parseObjects(stdout).find(({ metadata }) => (metadata as JsonMap).name === "milvus-etcd");
    expect(code).toBe(0);
    expect(secret?.stringData).toEqual({
      "root-password": expect.stringMatching(/^[\w-]{32}$/),
      "milvus-password": expect.stringMatching(/^[\w-]{32}$/),
      "token-key": expect.stringMatching(/^[\w-]{32}$/),
    });
  });

  it("prints other credentials every time, and writes none", async () => {
    const root = freshRepository();
    const before = readTree(root);
    const credentials = [await printed(root), await printed(root)].flatMap((secret) => Object.values(secret));

    expect(new Set(credentials).size).toBe(4);
    expect(readTree(root)).toEqual(before);
  });

  it("prints the same objects as one JSON document", async () => {
    const { code, stdout } = await run(freshRepository(), "secrets", "--env", "dev", "--json");

    expect(code).toBe(0);
    expect((JSON.parse(stdout) as JsonMap[]).map(({ kind }) => kind)).toEqual(["Namespace", "Secret"]);
  });

  it("prints those that it can make up, and says how to make those of a system outside", async () => {
    const { code, stdout, stderr } = await run(freshRepository({ dev: KAFKA }), "secrets", "--env", "dev");

    expect({ code, stderr }).toEqual({ code: 0, stderr: KAFKA_IS_OUTSIDE });
    expect(parseObjects(stdout).map(({ metadata }) => (metadata as JsonMap).name)).toEqual([
      "milvus-dev",
      "milvus-object-storage",
    ]);
  });

  it("prints one alone where it is named, for an environment that has the others", async () => {
    const dev = environmentFile("development", { authentication: { milvus: { enabled: true } } });
    const { code, stdout } = await run(freshRepository({ dev }), "secrets", "--env", "dev", "--secret", "milvus-root");

    expect(code).toBe(0);
    expect(parseObjects(stdout).map(({ kind, metadata }) => [kind, (metadata as JsonMap).name])).toEqual([
      ["Secret", "milvus-root"],
    ]);
  });

  it("refuses a Secret that no pod reads", async () => {
    expect(await run(freshRepository(), "secrets", "--env", "dev", "--secret", "milvus-etcd")).toEqual({
      code: 2,
      stdout: "",
      stderr: 'No pod reads a Secret "milvus-etcd".\n  Use one of milvus-object-storage. (E_REF)\n',
    });
  });

  it("prints no Secret where no pod reads one", async () => {
    const { code, stdout } = await run(freshRepository({ dev: NOTHING_NEEDED }), "secrets", "--env", "dev");

    expect(code).toBe(0);
    expect(parseObjects(stdout).map(({ kind }) => kind)).toEqual(["Namespace"]);
  });

  it.each<[string, EnvironmentFile, string, string]>([
    ["an environment that does not exist", DEV, "prod", 'There is no environment "prod".\n  Use one of dev. (E_REF)\n'],
    [
      "a Secret that an operator makes",
      EXTERNAL_SECRETS,
      "dev",
      "The Secret milvus-object-storage is made by external-secrets.\n  Give the values to that; a Secret made here would be in its way. (E_UNUSED)\n",
    ],
    ["credentials that are all of systems outside", ALL_OUTSIDE, "dev", KAFKA_IS_OUTSIDE.replace(/\n$/, " (E_REF)\n")],
  ])("refuses %s", async (_case, file, env, message) => {
    expect(await run(freshRepository({ dev: file }), "secrets", "--env", env)).toEqual({
      code: 2,
      stdout: "",
      stderr: message,
    });
  });
});

async function printed(root: string): Promise<Record<string, string>> {
  const { stdout } = await run(root, "secrets", "--env", "dev");
  const secret = parseObjects(stdout).find(({ kind }) => kind === "Secret");
  return secret?.stringData as Record<string, string>;
}
