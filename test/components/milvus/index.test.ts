import { describe, expect, it } from "vitest";
import { milvus } from "../../../generator/components/milvus/index.ts";
import type { Unit } from "../../../generator/kubernetes/resource.ts";
import { anEnvironment } from "../../support/environments.ts";
import { aMilvus, FAMILY_TOPOLOGIES, someExternalStorage } from "./environments.ts";

describe("milvus", () => {
  it("is what roles share, and a unit for each role in roll-out order", () => {
    expect(milvus.units(anEnvironment()).map(outline)).toEqual([
      ["milvus/common", "serviceaccount ServiceAccount milvus"],
      ["milvus/mixcoord", "deployment Deployment milvus-mixcoord"],
      ["milvus/streamingnode", "deployment Deployment milvus-streamingnode"],
      ["milvus/querynode", "deployment Deployment milvus-querynode"],
      ["milvus/datanode", "deployment Deployment milvus-datanode"],
      [
        "milvus/proxy",
        "deployment Deployment milvus-proxy",
        "poddisruptionbudget PodDisruptionBudget milvus-proxy",
        "service Service milvus-proxy",
      ],
    ]);
    expect(milvus.version(anEnvironment())).toBe("2.6.20");
  });

  it.each(FAMILY_TOPOLOGIES)("has a folder for every role of $family $coordinators", ({ family, coordinators }) => {
    const settings = aMilvus(family, coordinators);

    expect(milvus.units(anEnvironment({ milvus: settings })).map(({ path }) => path)).toEqual([
      "milvus/common",
      ...settings.roles.map(({ name }) => `milvus/${name.toLowerCase()}`),
    ]);
  });

  it.each([2, 5])("lets one of %i query nodes leave, well or not", (replicas) => {
    const environment = anEnvironment({ milvus: aMilvus("2.5", "mixed", { queryNode: { replicas } }) });
    const unit = milvus.units(environment).find(({ path }) => path === "milvus/querynode");

    expect(unit?.resources.find(({ file }) => file === "poddisruptionbudget")?.object).toMatchObject({
      metadata: { annotations: { "argocd.argoproj.io/sync-wave": "8" } },
      spec: {
        maxUnavailable: 1,
        selector: { matchLabels: { "app.kubernetes.io/component": "querynode", "app.kubernetes.io/name": "milvus" } },
        unhealthyPodEvictionPolicy: "AlwaysAllow",
      },
    });
  });

  it.each([
    { family: "2.3", file: "milvus.yaml" },
    { family: "2.4", file: "user.yaml" },
    { family: "2.5", file: "user.yaml" },
    { family: "2.6", file: "user.yaml" },
  ] as const)("gives $family its configuration as $file, and prunes an old one last", ({ family, file }) => {
    const [shared] = milvus.units(anEnvironment({ milvus: aMilvus(family) }));

    expect(shared?.config?.name).toBe("milvus-config");
    expect(Object.keys(shared?.config?.files ?? {})).toEqual([file]);
    expect(shared?.config?.annotations).toEqual({
      "argocd.argoproj.io/sync-options": "PruneLast=true",
      "argocd.argoproj.io/sync-wave": "3",
    });
  });

  it("gives all roles one account, with the cloud's identity and the registry's credentials", () => {
    const annotations = { "eks.amazonaws.com/role-arn": "arn:aws:iam::123456789012:role/milvus" };
    const environment = anEnvironment({
      imagePullSecrets: ["registry"],
      objectStorage: someExternalStorage({ serviceAccountAnnotations: annotations }),
    });

    expect(milvus.units(environment)[0]?.resources[0]?.object).toEqual({
      apiVersion: "v1",
      kind: "ServiceAccount",
      metadata: {
        name: "milvus",
        labels: {
          "app.kubernetes.io/component": "shared",
          "app.kubernetes.io/instance": "milvus",
          "app.kubernetes.io/managed-by": "milvus-gitops",
          "app.kubernetes.io/name": "milvus",
          "app.kubernetes.io/part-of": "milvus",
        },
        annotations: { ...annotations, "argocd.argoproj.io/sync-wave": "3" },
      },
      automountServiceAccountToken: false,
      imagePullSecrets: [{ name: "registry" }],
    });
  });
});

function outline({ path, resources }: Unit) {
  return [path, ...resources.map(({ file, object }) => `${file} ${object.kind} ${object.metadata.name}`)];
}
