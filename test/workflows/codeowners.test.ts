import { describe, expect, it } from "vitest";
import { planRepository } from "../../generator/commands/plan.ts";
import type { EnvironmentFile } from "../../generator/config/schema/environment.ts";
import { environmentFile, PLATFORM, sourcesOf } from "../support/repository.ts";

const TEAM = "@acme/platform";
const dev = environmentFile("development", { milvus: { version: "2.6.18" }, exposure: { type: "NodePort", nodePort: 30_001 } });
const staging = environmentFile("production", { milvus: { version: "2.6.18" }, owners: ["@acme/qa"] });
const prod = environmentFile("production", { milvus: { version: "2.6.18" }, owners: [TEAM, "@acme/search"] });

describe("CODEOWNERS", () => {
  it("asks the owners of the last environment for what all of them share", () => {
    expect(codeowners({ dev, staging, prod }, { owners: [TEAM], promotion: ["dev", "staging", "prod"] })).toEqual([
      "* @acme/platform",
      "/base/ @acme/platform @acme/search",
      "/overlays/staging/ @acme/qa",
      "/apps/staging/ @acme/qa",
      "/overlays/prod/ @acme/platform @acme/search",
      "/apps/prod/ @acme/platform @acme/search",
    ]);
  });

  it("asks them for the workflows and gitops.yaml too where the platform names nobody", () => {
    expect(codeowners({ dev, prod }, { promotion: ["dev", "prod"] }).slice(0, 2)).toEqual([
      "* @acme/platform @acme/search",
      "/base/ @acme/platform @acme/search",
    ]);
  });

  it("takes all that build on the profile production for it where nothing is promoted", () => {
    expect(codeowners({ dev, prod, staging }, {}).slice(0, 2)).toEqual([
      "* @acme/platform @acme/search @acme/qa",
      "/base/ @acme/platform @acme/search @acme/qa",
    ]);
  });

  it("asks nobody where nobody is named, and the platform's owners where only they are", () => {
    const unowned = { ...prod, owners: [] };

    expect(codeowners({ prod: unowned }, { promotion: ["prod"] })).toEqual([]);
    expect(codeowners({ prod: unowned }, { promotion: ["prod"], owners: [TEAM] })).toEqual(["* @acme/platform"]);
  });
});

function codeowners(environments: Readonly<Record<string, EnvironmentFile>>, platform: object): string[] {
  const { plan, findings } = planRepository(sourcesOf(environments, { ...PLATFORM, ...platform }));
  if (plan === undefined) throw new Error(JSON.stringify(findings));
  return (plan.files.get(".github/CODEOWNERS") ?? "").split("\n").slice(1, -1);
}
