import { describe, expect, it } from "vitest";
import { planRepository } from "../../../generator/commands/plan.ts";
import type { EnvironmentFile } from "../../../generator/config/schema/environment.ts";
import { environmentFile, sourcesOf } from "../../support/repository.ts";

describe("the host name of a console", () => {
  it("leads to one environment of a cluster", () => {
    expect(told({ one: withConsole("attu.example.com"), other: withConsole("attu.example.com") })).toEqual([
      "attu.exposure.host: The console of environment one has the same host name in the same cluster.",
    ]);
    expect(told({ one: withConsole("attu.example.com"), other: withConsole("attu.example.org") })).toEqual([]);
    expect(
      told({ one: withConsole("attu.example.com"), other: withConsole("attu.example.com", { cluster: { name: "eu-2" } }) }),
    ).toEqual([]);
  });

  it("is none that clients of Milvus use, in this environment or in another", () => {
    const exposure = { type: "Ingress" as const, host: "milvus.example.com", tlsSecretName: "tls" };
    const taken = ["attu.exposure.host: Clients of Milvus use the same host name in the same cluster."];

    expect(told({ one: withConsole("milvus.example.com", { exposure }) })).toEqual(taken);
    expect(told({ one: withConsole("milvus.example.com"), other: environmentFile("production", { exposure }) })).toEqual(taken);
    expect(told({ one: withConsole("attu.example.com", { exposure }) })).toEqual([]);
  });
});

function withConsole(host: string, own: Partial<EnvironmentFile> = {}): EnvironmentFile {
  return environmentFile("production", {
    authentication: { milvus: { enabled: true } },
    attu: { enabled: true, exposure: { type: "Ingress", host, tlsSecretName: "attu-tls" } },
    ...own,
  });
}

function told(environments: Readonly<Record<string, EnvironmentFile>>): string[] {
  const { findings } = planRepository(sourcesOf(environments));
  return findings.filter(({ severity }) => severity === "error").map(({ path, message }) => `${path}: ${message}`);
}
