import { describe, expect, it } from "vitest";
import { checkPlan } from "../../generator/commands/check-plan.ts";
import type { Environment, Platform } from "../../generator/model/environment.ts";
import { anEnvironment, anEtcd, aRole } from "../support/environments.ts";

const PLATFORM: Platform = {
  repository: { url: "https://github.com/acme/gitops.git", branch: "main" },
  argocd: { namespace: "argocd", version: { major: 3, minor: 5 } },
  allowedRegistries: [],
  promotion: [],
  owners: [],
  pullRequests: { draft: false, labels: [], reviewers: [], teamReviewers: [], assignees: [], autoMerge: "off" },
  notifications: { github: "off" },
  addons: [],
  logging: undefined,
};

describe("checkPlan", () => {
  it("finds nothing in a sound environment", async () => {
    expect(await problems(anEnvironment())).toEqual([]);
  });

  it("finds what one object expects of another", async () => {
    const { milvus } = anEnvironment();
    const roles = [...milvus.roles.slice(0, -1), aRole("proxy", { env: { GREETING: "$(NOWHERE)" } })];

    expect(await problems(anEnvironment({ milvus: { ...milvus, roles } }))).toEqual([
      "E_REF Deployment milvus-prod/milvus-proxy",
    ]);
  });

  it("finds an object that the API server would refuse for its shape", async () => {
    const etcd = anEtcd({ nodeSelector: { pool: 1 as never } });

    expect(await problems(anEnvironment({ etcd }))).toEqual(["E_OBJECT StatefulSet milvus-prod/etcd"]);
  });

  it("finds environments that would overwrite each other", async () => {
    expect(await problems(anEnvironment(), anEnvironment({ name: "other" }))).toContain(
      "E_DUP Application argocd/milvus-other",
    );
  });
});

async function problems(...environments: Environment[]): Promise<string[]> {
  const found = await checkPlan({ platform: PLATFORM, environments, files: new Map() });
  return found.filter(({ severity }) => severity === "error").map(({ code, subject }) => `${code} ${subject}`);
}
