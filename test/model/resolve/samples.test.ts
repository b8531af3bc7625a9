import { describe, expect, it } from "vitest";
import { loadSample } from "./sample-files.ts";
import { resolved } from "./sources.ts";

describe("the sample configuration", () => {
  const { findings, platform, environments } = loadSample("", ["dev", "staging", "prod"]);
  const [dev, staging, prod] = environments;

  it("has nothing to find fault with", () => {
    expect(findings).toEqual([]);
  });

  it("promotes from dev by staging to prod, all in the cluster of Argo CD", () => {
    expect(platform?.promotion).toEqual(["dev", "staging", "prod"]);
    expect(environments.map(({ name, namespace, cluster }) => ({ name, namespace, cluster }))).toEqual(
      ["dev", "staging", "prod"].map((name) => ({
        name,
        namespace: `milvus-${name}`,
        cluster: { server: "https://kubernetes.default.svc" },
      })),
    );
  });

  it("differs in dev from the profile development by the port of the nodes alone", () => {
    expect(dev).toEqual({
      ...resolved("development"),
      exposure: { type: "NodePort", annotations: {}, nodePort: 30001, externalTrafficPolicy: "Cluster" },
    });
  });

  it("has in staging the modes, replicas and quorums of production", () => {
    const production = shape(resolved("production"), "");

    expect(shape(staging, "")).toEqual(production);
    expect(production).toContain("messageQueue.ackQuorum 2");
  });

  it("has in prod a class for every volume and networks for its load balancer", () => {
    expect(JSON.stringify(prod).match(/"storageClass":"ssd"/g)).toHaveLength(5);
    expect(prod?.exposure).toEqual({
      type: "LoadBalancer",
      annotations: {},
      sourceRanges: ["10.0.0.0/8"],
      externalTrafficPolicy: "Cluster",
      loadBalancerClass: undefined,
    });
  });
});

const SHAPE = /(?:^|\.)(?:mode|type|replicas|drivesPerServer|\w+Size|\w+Quorum)$/;

/** What an environment must share with production for a trial in it to count, a line each. */
function shape(value: unknown, path: string): string[] {
  if (typeof value !== "object" || value === null) return SHAPE.test(path) ? [`${path} ${value}`] : [];
  return Object.entries(value).flatMap(([key, item]) => shape(item, path === "" ? key : `${path}.${key}`));
}
