import { describe, expect, it } from "vitest";
import { compareTrees } from "../../generator/changes/index.ts";
import { but, CONTAINER, configMap, DEPLOYMENT, STATEFUL_SET } from "./objects.ts";

const POD = "spec.template.spec";
const RESTARTED = { "metadata.annotations": { "argocd.argoproj.io/sync-wave": "8" }, "metadata.name": "milvus-querynode" };
const QUERY_NODE = but(DEPLOYMENT, RESTARTED);
const DAEMON_SET = but(DEPLOYMENT, {
  kind: "DaemonSet",
  "metadata.name": "logs",
  "spec.replicas": undefined,
  "spec.strategy": undefined,
});

function withArgs(object: typeof DEPLOYMENT) {
  return but(object, { [`${POD}.containers.0.args`]: ["run"] });
}

describe("compareTrees", () => {
  it("tells counts, reasons, objects and roll-out of an environment", () => {
    const before = [configMap("a: 1"), DEPLOYMENT, QUERY_NODE];
    const change = compareTrees(before, [but(STATEFUL_SET, {}), withArgs(DEPLOYMENT), withArgs(QUERY_NODE)]);
    const restarts = {
      risk: "low",
      rule: "pods-restart",
      message: "2 pods restart, one by one, each after its successor is ready.",
    };
    const removed = {
      risk: "medium",
      rule: "object-removed",
      message: "It is removed, and whoever refers to it finds nothing.",
    };
    const added = { risk: "low", rule: "object-added", message: "It is new." };
    const fields = [{ path: `${POD}.containers[proxy].args`, what: "value", after: ["run"] }];
    const id = (kind: string, group: string, name: string) => ({ group, kind, namespace: "m", name });

    expect(change).toEqual({
      risk: "medium",
      counts: { added: 1, changed: 2, removed: 1, restarts: 4 },
      reasons: [
        { ...removed, objects: ["ConfigMap m/milvus-config"] },
        { ...added, objects: ["StatefulSet m/etcd"] },
        { ...restarts, objects: ["Deployment m/milvus-proxy", "Deployment m/milvus-querynode"] },
      ],
      objects: [
        { change: "removed", object: id("ConfigMap", "", "milvus-config"), risk: "medium", verdicts: [removed], fields: [] },
        { change: "changed", object: id("Deployment", "apps", "milvus-proxy"), risk: "low", verdicts: [restarts], fields },
        { change: "changed", object: id("Deployment", "apps", "milvus-querynode"), risk: "low", verdicts: [restarts], fields },
        { change: "added", object: id("StatefulSet", "apps", "etcd"), risk: "low", verdicts: [added], fields: [] },
      ],
      rollOut: [
        {
          wave: 0,
          workloads: [{ kind: "StatefulSet", name: "etcd", action: "start", pods: 3, strategy: "at once", graceSeconds: 90 }],
        },
        { wave: 8, workloads: [rolling("milvus-querynode")] },
        { wave: 10, workloads: [rolling("milvus-proxy")] },
      ],
    });
  });

  it("is nothing for two empty trees", () => {
    expect(compareTrees([], [])).toEqual({
      risk: "none",
      counts: { added: 0, changed: 0, removed: 0, restarts: 0 },
      reasons: [],
      objects: [],
      rollOut: [],
    });
  });

  it("takes the last of two objects with one address, as Argo CD does", () => {
    expect(compareTrees([configMap("a: 1"), configMap("a: 2")], [configMap("a: 2")]).objects).toEqual([]);
  });
});

function rolling(name: string) {
  const strategy = "one by one, each after its successor is ready";
  return { kind: "Deployment", name, action: "restart", pods: 2, strategy, graceSeconds: 90 };
}

describe("a roll-out", () => {
  const ROLLING = "spec.strategy.rollingUpdate";

  it.each([
    ["all at once", DEPLOYMENT, { "spec.strategy": { type: "Recreate" } }, "all of them first stopped, then started"],
    ["with some missing", DEPLOYMENT, { [`${ROLLING}.maxUnavailable`]: 1 }, "with up to 1 missing at a time"],
    [
      "several at a time",
      DEPLOYMENT,
      { [`${ROLLING}.maxSurge`]: "100%" },
      "up to 2 at a time, each after its successor is ready",
    ],
    ["by default", DEPLOYMENT, { "spec.strategy": undefined }, "one by one, each after its successor is ready"],
    ["from the last", STATEFUL_SET, {}, "one by one, from the last to the first"],
    [
      "in part",
      STATEFUL_SET,
      { "spec.updateStrategy": { rollingUpdate: { partition: 2 } } },
      "one by one, from the last to the first, those below number 2 not at all",
    ],
    ["by hand", STATEFUL_SET, { "spec.updateStrategy": { type: "OnDelete" } }, "each when somebody deletes it"],
    ["node by node", DAEMON_SET, {}, "node by node"],
  ])("says how pods are replaced: %s", (_title, object, changes, strategy) => {
    const before = but(object, changes);
    const [wave] = compareTrees([before], [withArgs(before)]).rollOut;
    expect(wave?.workloads.map((workload) => workload.strategy)).toEqual([strategy]);
  });

  it("counts the pods that are there before and after", () => {
    const after = but(withArgs(DEPLOYMENT), { "spec.replicas": 5 });
    expect(compareTrees([DEPLOYMENT], [after]).counts.restarts).toBe(2);
    expect(compareTrees([after], [DEPLOYMENT]).counts.restarts).toBe(2);
  });

  it("holds no workload that is only scaled, and none whose pods stay", () => {
    const after = [but(DEPLOYMENT, { "spec.replicas": 3 }), but(QUERY_NODE, { "spec.minReadySeconds": 9 })];
    expect(compareTrees([DEPLOYMENT, QUERY_NODE], after).rollOut).toEqual([]);
  });

  it("holds those that mount a configuration whose hash changed", () => {
    const mounts = (name: string) => but(DEPLOYMENT, { [`${POD}.volumes`]: [{ name: "config", configMap: { name } }] });
    const change = compareTrees([mounts("config-9h94c56572")], [mounts("config-gg2h7t8m4k")]);
    expect(change.counts.restarts).toBe(2);

    const files = [configMap("a: 1", "config-9h94c56572"), configMap("a: 2", "config-gg2h7t8m4k")];
    const told = compareTrees(
      [mounts("config-9h94c56572"), files[0] ?? DEPLOYMENT],
      [mounts("config-gg2h7t8m4k"), files[1] ?? DEPLOYMENT],
    );
    expect(told.reasons.map(({ message }) => message)).toContain(
      "2 pods restart because the configuration changed, one by one, each after its successor is ready.",
    );
  });

  it("holds one whose template is only written in another order", () => {
    const volumes = (...names: readonly string[]) =>
      but(DEPLOYMENT, { [`${POD}.volumes`]: names.map((name) => ({ name, emptyDir: {} })) });
    expect(compareTrees([volumes("a", "b")], [volumes("b", "a")]).reasons).toEqual([
      {
        risk: "low",
        rule: "pods-restart",
        message: "2 pods restart though the template means the same, one by one, each after its successor is ready.",
        objects: ["Deployment m/milvus-proxy"],
      },
    ]);
  });

  it("has a number of pods for all but a DaemonSet", () => {
    const change = compareTrees([DAEMON_SET], [withArgs(DAEMON_SET)]);
    expect(change.counts.restarts).toBe(0);
    expect(change.rollOut[0]?.workloads[0]?.pods).toBeUndefined();
    expect(change.reasons[0]?.message).toBe("Every pod restarts, node by node.");
  });
});

it("no part of an object is changed by comparing it", () => {
  const before = [configMap("a: 1"), but(DEPLOYMENT, { [`${POD}.initContainers`]: [CONTAINER] })];
  const copy = structuredClone(before);
  compareTrees(before, [withArgs(DEPLOYMENT)]);
  expect(before).toEqual(copy);
});
