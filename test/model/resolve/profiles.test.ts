import { describe, expect, it } from "vitest";
import { BUILT_IN } from "../../../generator/config/profiles/index.ts";
import { Settings } from "../../../generator/config/schema/settings.ts";
import type { Environment, Jvm, PulsarCluster, Workload } from "../../../generator/model/environment.ts";
import { mergedSettings, resolved } from "./sources.ts";

const PROFILES = Object.keys(BUILT_IN) as (keyof typeof BUILT_IN)[];
const CLUSTER = { messageQueue: { pulsar: { mode: "cluster" } } } as const;
const STANDALONE = { messageQueue: { pulsar: { mode: "standalone" } } } as const;
const DEDICATED = { milvus: { version: "2.5.16", coordinators: "dedicated" } } as const;

describe.each(PROFILES)("the profile %s", (profile) => {
  const cluster = resolved(profile, CLUSTER);
  const all = [...workloads(cluster), ...workloads(resolved(profile, STANDALONE)), ...workloads(resolved(profile, DEDICATED))];

  it("says nothing that a person could not say", () => {
    expect(Settings.parse(mergedSettings(profile))).toEqual(mergedSettings(profile));
  });

  it("asks for no more than it allows, in every workload", () => {
    const asking = all.map(({ path, requests, limits }) => [path, ...over(requests, limits)]);

    expect(asking.filter(([, ...resources]) => resources.length > 0)).toEqual([]);
    expect(all.length).toBeGreaterThan(20);
  });

  it("lets etcd fill its quota within its memory and two and a half times over on its disk", () => {
    const { etcd } = cluster;
    if (etcd.mode === "external") throw new Error("etcd is internal.");

    expect(bytes(etcd.resources.limits.memory)).toBeGreaterThan(etcd.quotaBackendBytes);
    expect(bytes(etcd.storage.size)).toBeGreaterThanOrEqual(2.5 * etcd.quotaBackendBytes);
    expect(etcd.electionTimeout / etcd.heartbeatInterval).toBeGreaterThanOrEqual(5);
  });

  it("leaves Pulsar's processes room beside heap and direct memory: 1 GiB for brokers and bookies, half for the others", () => {
    const { zookeeper, bookkeeper, autorecovery, broker, proxy } = cluster.messageQueue as PulsarCluster;

    expect(Math.min(...[bookkeeper, broker].map(headroom))).toBeGreaterThanOrEqual(GIB);
    expect(Math.min(...[zookeeper, autorecovery, proxy].map(headroom))).toBeGreaterThanOrEqual(GIB / 2);
  });

  it("keeps bookies for the ensemble while one is away, and writes so that one may be lost", () => {
    const { bookkeeper, ensembleSize, writeQuorum, ackQuorum } = cluster.messageQueue as PulsarCluster;

    expect(bookkeeper.replicas).toBeGreaterThan(ensembleSize);
    expect([ensembleSize >= writeQuorum, writeQuorum >= ackQuorum, ackQuorum >= 2]).toEqual([true, true, true]);
  });

  it("fits local storage into ephemeral storage, with room for logs", () => {
    const room = [...cluster.milvus.roles, ...resolved(profile, DEDICATED).milvus.roles].map(
      (role) => bytes(role.resources.limits["ephemeral-storage"] ?? "0Gi") - bytes(role.localStorage),
    );

    expect(Math.min(...room)).toBeGreaterThanOrEqual(GIB);
  });
});

it("requests all the memory of what holds data in production", () => {
  const stores = workloads(resolved("production")).filter(({ path }) => !path.startsWith("milvus.proxy"));

  expect(stores.filter(({ requests, limits }) => requests.memory !== limits.memory)).toEqual([]);
});

const GIB = 1024 ** 3;

interface Requirements {
  readonly path: string;
  readonly requests: Workload["resources"]["requests"];
  readonly limits: Workload["resources"]["limits"];
}

/** Every object of the environment that has requests and limits. */
function workloads({ etcd, objectStorage, messageQueue, milvus }: Environment): Requirements[] {
  const roles = Object.fromEntries(milvus.roles.map((role) => [role.name, role]));
  return found({ etcd, objectStorage, messageQueue, milvus: roles }, "");
}

function found(value: unknown, path: string): Requirements[] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [];
  const inside = Object.entries(value).flatMap(([key, item]) => found(item, path === "" ? key : `${path}.${key}`));
  return "resources" in value ? [{ path, ...(value as Workload).resources }, ...inside] : inside;
}

function over(requests: Requirements["requests"], limits: Requirements["limits"]): string[] {
  const names = ["cpu", "memory", "ephemeral-storage"] as const;
  return names.filter((name) => amount(requests[name]) > amount(limits[name]));
}

function amount(quantity: string | undefined): number {
  if (quantity === undefined) return Number.NaN;
  return /i$/.test(quantity)
    ? bytes(quantity)
    : quantity.endsWith("m")
      ? Number.parseInt(quantity, 10) / 1000
      : Number(quantity);
}

function bytes(quantity: string): number {
  const powers: Readonly<Record<string, number>> = { Mi: 2, Gi: 3, m: 2, g: 3 };
  const [, digits = "", unit = ""] = /^(\d+)(\w+)$/.exec(quantity) ?? [];
  return Number(digits) * 1024 ** (powers[unit] ?? Number.NaN);
}

function headroom({ resources, jvm }: { readonly resources: Workload["resources"]; readonly jvm: Jvm }): number {
  return bytes(resources.limits.memory) - bytes(jvm.heap) - bytes(jvm.directMemory);
}
