import { describe, expect, it } from "vitest";
import { ephemeralStorageBounded, requestsAndLimitsSet, requestWithinLimit } from "../../../generator/checks/pods/resources.ts";
import { soundExcept, soundObjects } from "../objects.ts";
import { treeOf } from "../trees.ts";

const DB = "StatefulSet milvus-test/db";
const RESOURCES = "spec.template.spec.containers.0.resources";

describe("requestsAndLimitsSet", () => {
  it("accepts requests and limits of cpu and memory on every container", () => {
    expect(requestsAndLimitsSet.find(treeOf(soundObjects()))).toEqual([]);
  });

  it("names each quantity that a container, or an init container, lacks", () => {
    const noResources = soundExcept("Deployment web", "spec.template.spec.initContainers.0.resources", undefined);
    const noLimit = soundExcept("StatefulSet db", `${RESOURCES}.limits.memory`, undefined);

    expect(requestsAndLimitsSet.find(treeOf(noResources))).toEqual(
      ["requests.cpu", "requests.memory", "limits.cpu", "limits.memory"].map((quantity) => ({
        subject: "Deployment milvus-test/web",
        message: `Container wait: it has no ${quantity}.`,
      })),
    );
    expect(requestsAndLimitsSet.find(treeOf(noLimit))).toEqual([
      { subject: DB, message: "Container db: it has no limits.memory." },
    ]);
  });
});

describe("requestWithinLimit", () => {
  it.each([
    { requests: { cpu: "1000m", memory: "1Gi" }, limits: { cpu: 1, memory: "1Gi" } },
    { requests: { cpu: "500m" }, limits: {} },
  ])("accepts %o", (resources) => {
    expect(requestWithinLimit.find(treeOf(soundExcept("StatefulSet db", RESOURCES, resources)))).toEqual([]);
  });

  it.each([
    { resource: "cpu", request: 2, limit: "1500m" },
    { resource: "memory", request: "2Gi", limit: "2G" },
    { resource: "ephemeral-storage", request: "1Gi", limit: "512Mi" },
  ])("refuses $request of $resource with a limit of $limit", ({ resource, request, limit }) => {
    const resources = { requests: { [resource]: request }, limits: { [resource]: limit } };

    expect(requestWithinLimit.find(treeOf(soundExcept("StatefulSet db", RESOURCES, resources)))).toEqual([
      { subject: DB, message: `Container db: it asks for ${request} of ${resource}, and its limit is ${limit}.` },
    ]);
  });
});

describe("ephemeralStorageBounded", () => {
  const disk = (field: string) => treeOf(soundExcept("StatefulSet db", `${RESOURCES}.${field}.ephemeral-storage`, "1Gi"));

  it("accepts neither, and a limit alone, which is a request too", () => {
    expect(ephemeralStorageBounded.find(treeOf(soundObjects()))).toEqual([]);
    expect(ephemeralStorageBounded.find(disk("limits"))).toEqual([]);
  });

  it("refuses a request without a limit", () => {
    expect(ephemeralStorageBounded.find(disk("requests"))).toEqual([
      { subject: DB, message: "Container db: it has requests.ephemeral-storage and no limit of it." },
    ]);
  });
});
