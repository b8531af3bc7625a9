import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type PodOwner, podOwners } from "../../generator/checks/workload.ts";
import { environmentObjects } from "../../generator/commands/check-plan.ts";
import type { Plan } from "../../generator/commands/plan.ts";
import { planRepository } from "../../generator/commands/plan.ts";
import { neededCertificates } from "../../generator/model/certificates.ts";
import { namespaceNeed } from "../../generator/model/namespace-need.ts";
import { workloadIdentities } from "../../generator/model/workload-identities.ts";
import { readTree, writeText } from "../support/repository.ts";

const GOLDEN = join(import.meta.dirname, "everything");
const PARTS = ["attu/", "backup/", "limitrange.yaml", "milvus/", "pulsar/", "resourcequota.yaml"];
const COMPARED = ["apps/everything/", ...PARTS.map((part) => `overlays/everything/${part}`)];

let plan: Plan;
let generated: Record<string, string> = {};

beforeAll(() => {
  const source = (path: string) => ({ path, bytes: readFileSync(join(GOLDEN, path)) });
  const file = source("overlays/everything/environment.yaml");
  const planned = planRepository({
    platform: source("gitops.yaml"),
    environments: [{ name: "everything", file, custom: undefined }],
  });
  if (planned.plan === undefined) throw new Error(JSON.stringify(planned.findings));
  plan = planned.plan;
  generated = Object.fromEntries([...plan.files].filter(([path]) => isCompared(path)));
  if (process.env.UPDATE_GOLDEN !== "1") return;
  for (const [path, text] of Object.entries(generated)) writeText(GOLDEN, path, text);
});

describe("an environment with everything", () => {
  it("has no workload that quota, priority or encryption do not know of", () => {
    const owners = ownersOf(plan);

    expect(owners.map(({ object }) => object.metadata.name).sort()).toEqual(
      workloadIdentities(environmentOf(plan))
        .map(({ name }) => name)
        .sort(),
    );
    expect(new Set(owners.map(({ pod }) => pod.priorityClassName))).toEqual(new Set(["vectors"]));
    expect(sum(owners.map(mostPods))).toBe(namespaceNeed(environmentOf(plan)).pods);
  });

  it("mounts every certificate that it asks for, and none that it does not", () => {
    const mounted = ownersOf(plan).flatMap(({ pod }) => (pod.volumes ?? []).flatMap(({ secret }) => secret?.secretName ?? []));

    expect([...new Set(mounted)].filter((name) => name.endsWith("-tls")).sort()).toEqual(
      neededCertificates(environmentOf(plan))
        .map(({ secretName }) => secretName)
        .sort(),
    );
  });

  it("calls nothing that is encrypted in plain text", () => {
    const text = JSON.stringify(environmentObjects(environmentOf(plan)));

    expect(text.match(/(?:http:\/\/(?:etcd|minio|milvus-proxy)|pulsar:\/\/pulsar)\b[^"]*/g)).toEqual(null);
  });

  it("makes the files that are committed beside it", () => {
    const committed = Object.entries(readTree(GOLDEN)).filter(([path]) => isCompared(path));

    expect(generated).toEqual(Object.fromEntries(committed));
  });
});

function isCompared(path: string): boolean {
  return COMPARED.some((part) => path.startsWith(part));
}

function environmentOf({ environments: [environment] }: Plan) {
  if (environment === undefined) throw new Error("There is no environment.");
  return environment;
}

function ownersOf(planned: Plan): PodOwner[] {
  return podOwners(environmentObjects(environmentOf(planned)));
}

/** Of a Deployment that adds pods before it removes some, twice what may be there. */
function mostPods({ object, replicas = 1 }: PodOwner): number {
  if (object.kind !== "Deployment") return replicas;
  return 2 * (scaled(object.metadata.name) ?? replicas);
}

function scaled(name: string): number | undefined {
  const { autoscaling } = environmentOf(plan).milvus.roles.find((role) => `milvus-${role.name.toLowerCase()}` === name) ?? {};
  return autoscaling?.maxReplicas;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
