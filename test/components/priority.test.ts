import { expect, it } from "vitest";
import { podOwners } from "../../generator/checks/workload.ts";
import type { EnvironmentFile } from "../../generator/config/schema/environment.ts";
import { plannedTree } from "../checks/quorum/edits.ts";

const PLACED: Partial<EnvironmentFile> = { placement: { priorityClassName: "vectors" } };
const DEDICATED: Partial<EnvironmentFile> = { milvus: { version: "2.5.27", coordinators: "dedicated" } };

it.each([
  { title: "production", settings: {} },
  { title: "dedicated coordinators", settings: DEDICATED },
  { title: "a standalone Pulsar", settings: { messageQueue: { pulsar: { mode: "standalone" } } } as const },
])("gives every workload of $title the priority class of the environment", ({ settings }) => {
  expect(new Set(classes({ ...PLACED, ...settings }))).toEqual(new Set(["vectors"]));
  expect(new Set(classes(settings))).toEqual(new Set([undefined]));
});

it("leaves a workload that names a class its own", () => {
  const named = classes({ ...PLACED, etcd: { priorityClassName: "stores" } });

  expect([...new Set(named)].sort()).toEqual(["stores", "vectors"]);
  expect(named.filter((name) => name === "stores")).toHaveLength(1);
});

function classes(settings: Partial<EnvironmentFile>) {
  return podOwners(plannedTree("production", settings).objects).map(({ pod }) => pod.priorityClassName);
}
