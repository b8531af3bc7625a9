import { describe, expect, it } from "vitest";
import type { Finding } from "../../generator/errors.ts";
import { FIXTURE, findingsOf, withEnvironment } from "./corpus.ts";

describe("a credential", () => {
  /** Put together here, because a host of Git repositories refuses a push that holds one. */
  it.each([
    ["a GitHub token", "github_pat_", "11AAAAAAA0aBcDeFgHiJkL"],
    ["a GitLab token", "glpat-", "aBcDeFgHiJkLmNoPqRsT"],
    ["a Slack token", "xoxb-", "1234567890-abcdef"],
    ["a Slack token", "https://hooks.slack.com/", "services/T0/B0/abc"],
    ["a Google API key", "AIza", "SyA1234567890abcdefghijklmnopqrstuv"],
    ["a JSON Web Token", "eyJhbGciO", "iJIUzI1NiJ9.e30.abc"],
    ["an Azure connection string", "DefaultEndpointsProtocol=https;Account", "Key=abcd1234"],
    ["an AWS access key", "ASIA", "ABCDEFGHIJKLMNOP"],
    ["an address with a token", "https://x-token@", "github.com/acme/gitops.git"],
    ["an address with a password", "postgres://user:pass@", "db.example.com/milvus"],
  ])("is known by its form, and not told again: %s %s…", (kind, start, rest) => {
    const findings = findingsOf(withEnvironment(bytes(`etcd:\n  annotations: { note: "${start}${rest}" }\n`)));

    expect(findings.map(briefly)).toEqual([`${FIXTURE}:5:24 E_SECRET etcd.annotations.note The value (hidden) is ${kind}.`]);
  });

  it("is known as the key of a label too, and told by the map that it stands in", () => {
    const token = ["ghp_", "0123456789abcdefghijABCDEFGHIJ012345"].join("");
    const findings = findingsOf(withEnvironment(bytes(`etcd:\n  annotations: { "${token}": "x" }\n`)));

    expect(findings.map(briefly)).toEqual([`${FIXTURE}:5:16 E_SECRET etcd.annotations A key (hidden) is a GitHub token.`]);
    expect(JSON.stringify(findings)).not.toContain(token);
  });

  it.each([
    "password",
    "DB_PASSWORD",
    "client-secret",
    "apiKey",
    "accessKeyID",
    "auth_params",
    "connectionString",
    "github.token",
  ])("is known by the name of its field: %s", (name) => {
    const findings = findingsOf(withEnvironment(bytes(`etcd:\n  annotations: { "${name}": letmein }\n`)));

    expect(findings.map(({ code }) => code)).toEqual(["E_SECRET"]);
    expect(JSON.stringify(findings)).not.toContain("letmein");
  });
});

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(`apiVersion: gitops.milvus.dev/v1alpha1\nkind: Environment\nprofile: small\n${text}`);
}

function briefly({ location, code, path, message }: Finding): string {
  return `${location.file}:${location.line}:${location.column} ${code} ${path} ${message}`;
}
