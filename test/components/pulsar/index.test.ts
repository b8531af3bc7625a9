import { describe, expect, it } from "vitest";
import { problemsOf } from "../../../generator/checks/broken-invariants.ts";
import { REFERENCES } from "../../../generator/checks/references/index.ts";
import { objectMatchesSchema } from "../../../generator/checks/schema.ts";
import { pulsar } from "../../../generator/components/pulsar/index.ts";
import type { MessageQueue, PulsarCluster } from "../../../generator/model/environment.ts";
import { anEnvironment, aPulsarCluster, aPulsarStandalone } from "../../support/environments.ts";
import { selector } from "./expected.ts";
import { environmentWith, objectOf, podSpecOf, unitOf, valuesOf } from "./units.ts";

const EXTERNAL: MessageQueue = {
  type: "pulsar",
  mode: "external",
  channelPrefix: "by-dev",
  tenant: "public",
  namespace: "default",
  maxMessageSize: 5_242_880,
  address: "pulsar://pulsar.example.com:6650",
  webPort: 8080,
};
const WOODPECKER: MessageQueue = { type: "woodpecker", channelPrefix: "by-dev" };

const ROLES = ["pulsar/zookeeper", "pulsar/bookkeeper", "pulsar/autorecovery", "pulsar/broker", "pulsar/proxy"];

describe("pulsar", () => {
  it("is five units where it is a cluster", () => {
    const units = pulsar.units(environmentWith(aPulsarCluster()));

    expect(units.map(({ path, resources }) => [path, ...resources.map(({ file }) => file)])).toEqual([
      ["pulsar/zookeeper", "serviceaccount", "service-headless", "service", "statefulset", "poddisruptionbudget"],
      ["pulsar/bookkeeper", "serviceaccount", "service-headless", "statefulset", "poddisruptionbudget"],
      ["pulsar/autorecovery", "serviceaccount", "deployment"],
      ["pulsar/broker", "serviceaccount", "service-headless", "service", "statefulset", "poddisruptionbudget"],
      ["pulsar/proxy", "serviceaccount", "service", "deployment", "poddisruptionbudget"],
    ]);
  });

  it("is one unit where it is standalone", () => {
    const units = pulsar.units(environmentWith(aPulsarStandalone()));

    expect(units.map(({ path, resources }) => [path, ...resources.map(({ file }) => file)])).toEqual([
      ["pulsar/standalone", "serviceaccount", "service-headless", "service", "statefulset"],
    ]);
  });

  it.each([
    { where: "Pulsar is outside", queue: EXTERNAL },
    { where: "another queue is used", queue: WOODPECKER },
  ])("is nothing, of no version, where $where", ({ queue }) => {
    expect(pulsar.units(environmentWith(queue))).toEqual([]);
    expect(pulsar.version(environmentWith(queue))).toBeUndefined();
  });

  it.each([aPulsarCluster(), aPulsarStandalone()])("has the version of its image as $mode", (queue) => {
    expect(pulsar.version(environmentWith(queue))).toBe("3.0.7");
  });

  it.each([aPulsarCluster(), aPulsarStandalone()])(
    "makes objects that Kubernetes takes, and that find each other, as $mode",
    async (queue) => {
      const environment = environmentWith(queue);
      const objects = pulsar.units(environment).flatMap(({ resources }) => resources.map(({ object }) => object));
      const tree = { environment, objects, secrets: new Map() };

      expect(await objectMatchesSchema.find(tree)).toEqual([]);
      expect(await problemsOf(REFERENCES, tree)).toEqual([]);
    },
  );

  it("gives no variable a name that scanners take for a credential's", () => {
    const containers = [
      ...ROLES.map((path) => podSpecOf(aPulsarCluster(), path)),
      podSpecOf(aPulsarStandalone(), "pulsar/standalone"),
    ].flatMap(({ initContainers = [], containers }) => [...initContainers, ...containers]);
    const names = containers.flatMap((container) => Object.keys(valuesOf(container)));

    expect(names.filter((name) => /secret|password|token|bearer|key$/i.test(name))).toEqual([]);
  });

  it.each(ROLES)("pulls images with the environment's credentials in %s, where it has any", (path) => {
    const environment = anEnvironment({ messageQueue: aPulsarCluster(), imagePullSecrets: ["registry"] });
    const unit = pulsar.units(environment).find((candidate) => candidate.path === path);

    expect(unit?.resources[0]?.object.imagePullSecrets).toEqual([{ name: "registry" }]);
    expect(unitOf(aPulsarCluster(), path)?.resources[0]?.object).not.toHaveProperty("imagePullSecrets");
  });
});

describe("budgets of pulsar", () => {
  it.each([
    { role: "zookeeper", maxUnavailable: 1, unhealthyPodEvictionPolicy: "IfHealthyBudget" },
    { role: "bookkeeper", maxUnavailable: 1, unhealthyPodEvictionPolicy: "IfHealthyBudget" },
    { role: "broker", maxUnavailable: 1, unhealthyPodEvictionPolicy: "AlwaysAllow" },
    { role: "proxy", maxUnavailable: 1, unhealthyPodEvictionPolicy: "AlwaysAllow" },
  ])("let one $role leave", ({ role, maxUnavailable, unhealthyPodEvictionPolicy }) => {
    expect(objectOf(aPulsarCluster(), `pulsar/${role}`, "poddisruptionbudget")?.spec).toEqual({
      maxUnavailable,
      selector: { matchLabels: selector(role) },
      unhealthyPodEvictionPolicy,
    });
  });

  it("let as many members of ZooKeeper leave as the rest can outvote", () => {
    expect(objectOf(withReplicas("zookeeper", 5), "pulsar/zookeeper", "poddisruptionbudget")?.spec).toMatchObject({
      maxUnavailable: 2,
    });
  });

  it("let all bookies but one leave that acknowledge a message", () => {
    const cluster = aPulsarCluster({ ackQuorum: 3 });

    expect(objectOf(cluster, "pulsar/bookkeeper", "poddisruptionbudget")?.spec).toMatchObject({ maxUnavailable: 2 });
  });

  it("are none where nobody may leave, so that nodes can be drained", () => {
    expect(objectOf(aPulsarCluster({ ackQuorum: 1 }), "pulsar/bookkeeper", "poddisruptionbudget")).toBeUndefined();
    for (const role of ["zookeeper", "broker", "proxy"] as const) {
      expect(objectOf(withReplicas(role, 1), `pulsar/${role}`, "poddisruptionbudget")).toBeUndefined();
    }
  });
});

function withReplicas(role: "zookeeper" | "broker" | "proxy", replicas: number) {
  const cluster = aPulsarCluster();
  return { ...cluster, [role]: { ...cluster[role], replicas } } satisfies PulsarCluster;
}
