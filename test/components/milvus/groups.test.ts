import { describe, expect, it } from "vitest";
import { milvus as component } from "../../../generator/components/milvus/index.ts";
import type { KubernetesObject, Unit } from "../../../generator/kubernetes/resource.ts";
import type { Milvus, Role } from "../../../generator/model/environment.ts";
import { anAutoscaling, anEnvironment, aRole } from "../../support/environments.ts";
import { aMilvus } from "./environments.ts";

const NAME = "app.kubernetes.io/name";
const COMPONENT = "app.kubernetes.io/component";

describe("nodes of a role in a resource group", () => {
  it("are a Deployment and a budget of their own, after those of the role", () => {
    const units = unitsOf(withGroups({ group: "reports", replicas: 2 }, { group: "trials" })).map(outline);

    expect(units.slice(3, 6)).toEqual([
      ["milvus/querynode", "Deployment milvus-querynode 8"],
      ["milvus/querynode-reports", "Deployment milvus-querynode-reports 8", "PodDisruptionBudget milvus-querynode-reports 8"],
      ["milvus/querynode-trials", "Deployment milvus-querynode-trials 8"],
    ]);
  });

  it("differ from the role's own in their names, labels and group alone", () => {
    const milvus = withGroups({ group: "reports" });
    const own = JSON.stringify(objectOf(milvus, "milvus-querynode"));
    const group = JSON.stringify(objectOf(milvus, "milvus-querynode-reports"));

    const renamed = group
      .replaceAll("querynode-reports", "querynode")
      .replace('"value":"reports"', '"value":"__default_resource_group"');
    expect(JSON.parse(renamed)).toEqual(JSON.parse(own));
  });

  it("are taken by no selector of others, and theirs takes no others", () => {
    const units = unitsOf(withGroups({ group: "reports" }, { group: "live" }));
    const deployments = units.flatMap(({ resources }) => resources.map(({ object }) => object)).filter(isDeployment);

    for (const { metadata, spec } of deployments) {
      const taken = deployments.filter(({ spec: { template } }) => fits(spec.selector.matchLabels, template.metadata.labels));
      expect(taken.map((other) => other.metadata.name)).toEqual([metadata.name]);
    }
  });

  it("have an autoscaler that counts them and nobody else", () => {
    const autoscaling = anAutoscaling({ maxReplicas: 9 });
    const milvus = withGroups({ group: "live", replicas: 3, autoscaling });

    expect(objectOf(milvus, "milvus-querynode-live", "HorizontalPodAutoscaler")).toMatchObject({
      spec: { scaleTargetRef: { name: "milvus-querynode-live" }, minReplicas: 3, maxReplicas: 9 },
    });
    expect(objectOf(milvus, "milvus-querynode-live")?.spec).not.toHaveProperty("replicas");
    expect(objectOf(milvus, "milvus-querynode")).toMatchObject({ spec: { replicas: 1 } });
  });

  it("roll out the other way round where their own GPUs say so", () => {
    const gpu = { count: 1, resource: "nvidia.com/gpu", runtimeClassName: undefined, rollOut: "replace" } as const;
    const milvus = withGroups({ group: "live", gpu });
    const surge = (name: string) => objectOf(milvus, name)?.spec;

    expect(surge("milvus-querynode-live")).toMatchObject({ strategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } } });
    expect(surge("milvus-querynode")).toMatchObject({ strategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } } });
  });
});

describe("the label by which Milvus knows a group", () => {
  it("is the default group's for query nodes of none, where there are others, and no other role has any", () => {
    expect(groups(withGroups({ group: "reports" }))).toEqual({
      "milvus-querynode": "__default_resource_group",
      "milvus-querynode-reports": "reports",
    });
  });

  it("is on streaming nodes of a group alone, because those without are of the default one", () => {
    const milvus = aMilvus("2.6");
    const roles = milvus.roles.toSpliced(2, 0, aRole("streamingNode", { group: "reports" }));

    expect(groups({ ...milvus, roles })).toEqual({ "milvus-streamingnode-reports": "reports" });
  });

  it("is nowhere in an environment without groups", () => {
    expect(groups(aMilvus("2.6"))).toEqual({});
  });

  it("is not for a variable of the role to say", () => {
    const env = { MILVUS_SERVER_LABEL_RESOURCE_GROUP: "other" };
    expect(groups(withGroups({ group: "reports", env }))).toMatchObject({ "milvus-querynode-reports": "reports" });
  });
});

/** Milvus 2.6 with more query nodes in these groups. */
function withGroups(...groups: readonly Partial<Role>[]): Milvus {
  const milvus = aMilvus("2.6");
  const roles = milvus.roles.flatMap((role) =>
    role.name === "queryNode" ? [role, ...groups.map((group) => aRole("queryNode", group))] : [role],
  );
  return { ...milvus, roles };
}

function unitsOf(milvus: Milvus): readonly Unit[] {
  return component.units(anEnvironment({ milvus }));
}

function objectOf(milvus: Milvus, name: string, kind = "Deployment"): KubernetesObject | undefined {
  const objects = unitsOf(milvus).flatMap(({ resources }) => resources.map(({ object }) => object));
  return objects.find((object) => object.kind === kind && object.metadata.name === name);
}

function outline({ path, resources }: Unit): string[] {
  const lines = resources.map(({ object: { kind, metadata } }) =>
    [kind, metadata.name, metadata.annotations?.["argocd.argoproj.io/sync-wave"]].join(" "),
  );
  return [path, ...lines];
}

type Labels = Readonly<Record<string, string>>;

interface Deployment extends KubernetesObject {
  readonly spec: {
    readonly selector: { readonly matchLabels: Labels };
    readonly template: {
      readonly metadata: { readonly labels: Labels };
      readonly spec: {
        readonly containers: readonly { readonly env?: readonly { readonly name: string; readonly value?: string }[] }[];
      };
    };
  };
}

function isDeployment(object: KubernetesObject): object is Deployment {
  return object.kind === "Deployment";
}

function fits(selector: Labels, labels: Labels): boolean {
  expect(Object.keys(selector).sort()).toEqual([COMPONENT, NAME]);
  return Object.entries(selector).every(([key, value]) => labels[key] === value);
}

/** The label's value by Deployment, where it has one. */
function groups(milvus: Milvus): Record<string, string | undefined> {
  const deployments = unitsOf(milvus)
    .flatMap(({ resources }) => resources.map(({ object }) => object))
    .filter(isDeployment);
  return Object.fromEntries(
    deployments.flatMap(({ metadata, spec }) =>
      spec.template.spec.containers
        .flatMap(({ env = [] }) => env.filter(({ name }) => name === "MILVUS_SERVER_LABEL_RESOURCE_GROUP"))
        .map(({ value }) => [metadata.name, value]),
    ),
  );
}
