import { describe, expect, it } from "vitest";
import { etcd } from "../../../generator/components/etcd/index.ts";
import type { Environment } from "../../../generator/model/environment.ts";
import { anEnvironment, anEtcd } from "../../support/environments.ts";

describe("etcd", () => {
  it("is one unit of an account, two services, the members and a budget", () => {
    const [unit, ...others] = etcd.units(anEnvironment());

    expect(others).toEqual([]);
    expect(unit?.path).toBe("etcd");
    expect(unit?.resources.map(({ file, object }) => [file, object.kind, object.metadata.name])).toEqual([
      ["serviceaccount", "ServiceAccount", "etcd"],
      ["service-headless", "Service", "etcd-headless"],
      ["service", "Service", "etcd"],
      ["statefulset", "StatefulSet", "etcd"],
      ["poddisruptionbudget", "PodDisruptionBudget", "etcd"],
    ]);
  });

  it("is nothing where etcd is outside", () => {
    const environment = anEnvironment({ etcd: { mode: "external", rootPath: "by-dev", endpoints: ["etcd.example.com:2379"] } });

    expect(etcd.units(environment)).toEqual([]);
  });

  it.each([
    { replicas: 3, maxUnavailable: 1 },
    { replicas: 5, maxUnavailable: 2 },
  ])("lets $maxUnavailable of $replicas members leave, and only while the rest is well", ({ replicas, maxUnavailable }) => {
    const environment = anEnvironment({ etcd: anEtcd({ replicas }) });

    expect(objectIn(environment, "poddisruptionbudget")?.spec).toEqual({
      maxUnavailable,
      selector: { matchLabels: { "app.kubernetes.io/component": "etcd", "app.kubernetes.io/name": "etcd" } },
      unhealthyPodEvictionPolicy: "IfHealthyBudget",
    });
  });

  it("gives a single member no budget, so that its node can be drained", () => {
    expect(objectIn(anEnvironment({ etcd: anEtcd({ replicas: 1 }) }), "poddisruptionbudget")).toBeUndefined();
  });

  it("names members before they are ready, for clients and peers", () => {
    expect(objectIn(anEnvironment(), "service-headless")?.spec).toEqual({
      type: "ClusterIP",
      clusterIP: "None",
      publishNotReadyAddresses: true,
      selector: { "app.kubernetes.io/component": "etcd", "app.kubernetes.io/name": "etcd" },
      ports: [
        { name: "client", port: 2379, targetPort: "client", protocol: "TCP" },
        { name: "peer", port: 2380, targetPort: "peer", protocol: "TCP" },
      ],
    });
  });

  it("pulls images with the environment's credentials, where it has any", () => {
    expect(objectIn(anEnvironment({ imagePullSecrets: ["registry"] }), "serviceaccount")?.imagePullSecrets).toEqual([
      { name: "registry" },
    ]);
    expect(objectIn(anEnvironment(), "serviceaccount")).not.toHaveProperty("imagePullSecrets");
  });
});

function objectIn(environment: Environment, file: string) {
  return etcd.units(environment)[0]?.resources.find((resource) => resource.file === file)?.object;
}
