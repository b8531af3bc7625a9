import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { podOwners } from "../../generator/checks/workload.ts";
import { environmentObjects } from "../../generator/commands/check-plan.ts";
import type { KubernetesObject } from "../../generator/kubernetes/resource.ts";
import type { JsonMap } from "../../generator/kustomize/json.ts";
import { readSources } from "../../generator/system/repository.ts";
import { planOf } from "../support/plans.ts";

const prod = planOf(readSources(join(import.meta.dirname, "..", ".."))).environments.find(({ name }) => name === "prod");
if (prod === undefined) throw new Error("The repository has no production.");
const objects = environmentObjects(prod);
const pods = new Map(podOwners(objects).map((owner) => [owner.object.metadata.name, owner]));

/** Each row of the article's table for production; logs are an add-on of the cluster, in gitops.yaml. */
describe("overlays/prod has what the article asks of production", () => {
  it("an etcd of three or five members over zones, each with a volume", () => {
    expect(pods.get("etcd")?.replicas).toBeOneOf([3, 5]);
    expect(at(pods.get("etcd")?.pod, "topologySpreadConstraints.0.topologyKey")).toBe("topology.kubernetes.io/zone");
    expect(pods.get("etcd")?.claims).toEqual(["data"]);
    expect(portsOf("etcd-headless")).toEqual(["client 2379", "peer 2380"]);
  });

  it("a MinIO of four servers, whose drives make up for each other, with TLS", () => {
    const args = at(pods.get("minio")?.pod, "containers.0.args") as readonly string[];

    expect(pods.get("minio")?.replicas).toBeGreaterThanOrEqual(4);
    expect(args.join(" ")).toMatch(/https:\/\/minio-\{0\.\.\.\d+\}/);
    expect(portsOf("minio")).toEqual(["api 9000", "console 9001"]);
  });

  it("a message queue, with a volume for each store of it", () => {
    const stores = ["pulsar-zookeeper", "pulsar-bookkeeper", "pulsar-broker"].map((name) => pods.get(name));

    expect(stores.map((owner) => owner?.claims.length)).toEqual([1, 2, 0]);
  });

  it("two proxies with two CPUs and 4 GB behind a balancer or an entrance", () => {
    expect(pods.get("milvus-proxy")?.replicas).toBeGreaterThanOrEqual(2);
    expect(at(pods.get("milvus-proxy")?.pod, "containers.0.resources.requests")).toMatchObject({ cpu: "2", memory: "4Gi" });
    expect(at(find("Service", "milvus-proxy"), "spec.type")).toBe("LoadBalancer");
  });

  it("several pods of each role of Milvus", () => {
    const roles = [...pods].filter(([name]) => /^milvus-(?!root-password|etcd-accounts)/.test(name));

    expect(roles.map(([name]) => name).sort()).toEqual(
      ["datanode", "mixcoord", "proxy", "querynode", "streamingnode"].map((role) => `milvus-${role}`),
    );
    expect(roles.filter(([, { replicas = 1 }]) => replicas < 2)).toEqual([]);
  });

  it("monitors, alerts of etcd's latency and size, and dashboards", () => {
    const names = objects.filter(({ kind }) => kind === "PodMonitor").map(({ metadata }) => metadata.name);
    const alerts = JSON.stringify(objects.filter(({ kind }) => kind === "PrometheusRule"));

    expect(names.sort()).toEqual(["etcd", "milvus", "minio", "pulsar"].map((name) => expect.stringContaining(name)));
    expect(alerts).toContain("MilvusEtcdFsyncSlow");
    expect(alerts).toContain("MilvusEtcdDatabaseFilling");
    expect(JSON.stringify(objects.filter(({ kind }) => kind === "ConfigMap"))).toContain("grafana_dashboard");
  });

  it("logs in JSON, passwords of clients, and encryption, in the configuration that every role reads", () => {
    const text = JSON.stringify(
      objects.filter(({ kind, metadata }) => kind === "ConfigMap" && /^milvus-config/.test(metadata.name)),
    );

    expect(text).toMatch(/authorizationEnabled: true/);
    expect(text).toMatch(/format: json/);
    expect(text).toMatch(/useSSL: true/);
  });

  it("policies that deny what nobody named", () => {
    expect(
      objects.filter(({ kind, spec }) => kind === "NetworkPolicy" && at(spec, "podSelector.matchLabels") === undefined),
    ).toEqual([expect.objectContaining({ spec: { podSelector: {}, policyTypes: ["Ingress", "Egress"] } })]);
  });
});

function find(kind: string, name: string): KubernetesObject {
  const found = objects.find((object) => object.kind === kind && object.metadata.name === name);
  if (found === undefined) throw new Error(`There is no ${kind} ${name}.`);
  return found;
}

function portsOf(service: string): string[] {
  return (at(find("Service", service), "spec.ports") as JsonMap[]).map(({ name, port }) => `${name} ${port}`);
}

function at(value: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((part, key) => (part as JsonMap | undefined)?.[key], value);
}
