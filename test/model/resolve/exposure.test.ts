import { describe, expect, it } from "vitest";
import type { Settings } from "../../../generator/config/schema/settings.ts";
import type { Exposure } from "../../../generator/model/environment.ts";
import { resolved } from "./sources.ts";

type ExposureSettings = NonNullable<Settings["exposure"]>;

const exposureOf = (exposure: ExposureSettings): Exposure => resolved("development", { exposure }).exposure;

const ANNOTATIONS = { "example.com/team": "search" };
const ALL: ExposureSettings = {
  annotations: ANNOTATIONS,
  nodePort: 30001,
  sourceRanges: ["10.0.0.0/8"],
  loadBalancerClass: "example.com/internal",
  controller: "traefik",
  className: "internal",
  host: "milvus.example.com",
  tlsSecretName: "milvus-tls",
  externalTrafficPolicy: "Local",
  issuer: { kind: "ClusterIssuer", name: "public" },
  gateway: { name: "edge", namespace: "gateways", sectionName: "https" },
};

const EXPECTED: readonly Exposure[] = [
  { type: "ClusterIP", annotations: ANNOTATIONS },
  { type: "NodePort", annotations: ANNOTATIONS, nodePort: 30001, externalTrafficPolicy: "Local" },
  {
    type: "LoadBalancer",
    annotations: ANNOTATIONS,
    sourceRanges: ["10.0.0.0/8"],
    externalTrafficPolicy: "Local",
    loadBalancerClass: "example.com/internal",
  },
  {
    type: "Ingress",
    annotations: ANNOTATIONS,
    controller: "traefik",
    className: "internal",
    host: "milvus.example.com",
    tlsSecretName: "milvus-tls",
    issuer: { kind: "ClusterIssuer", name: "public" },
  },
  {
    type: "Gateway",
    annotations: ANNOTATIONS,
    host: "milvus.example.com",
    gateway: { name: "edge", namespace: "gateways", sectionName: "https" },
  },
];

describe("resolveExposure", () => {
  it.each(EXPECTED.map((exposure) => ({ type: exposure.type, exposure })))("takes for $type only what it asks for", (row) => {
    expect(exposureOf({ ...ALL, type: row.type })).toEqual(row.exposure);
  });

  it("opens a load balancer to everybody unless networks are named", () => {
    expect(exposureOf({ type: "LoadBalancer" })).toEqual({
      type: "LoadBalancer",
      annotations: {},
      sourceRanges: [],
      externalTrafficPolicy: "Cluster",
      loadBalancerClass: undefined,
    });
  });

  it.each(["nginx", "traefik"] as const)("takes %s for the name of its IngressClass too", (controller) => {
    expect(exposureOf({ type: "Ingress", controller, host: "milvus.example.com", tlsSecretName: "tls" })).toMatchObject({
      controller,
      className: controller,
    });
  });

  it("attaches a route to any listener of a Gateway unless one is named", () => {
    const gateway = { name: "edge", namespace: "gateways" };

    expect(exposureOf({ type: "Gateway", host: "milvus.example.com", gateway })).toMatchObject({
      gateway: { ...gateway, sectionName: undefined },
    });
  });

  it.each([
    { exposure: { type: "NodePort" }, missing: "exposure.nodePort" },
    { exposure: { type: "Ingress", tlsSecretName: "tls" }, missing: "exposure.host" },
    { exposure: { type: "Ingress", host: "milvus.example.com" }, missing: "exposure.tlsSecretName" },
    { exposure: { type: "Gateway", host: "milvus.example.com" }, missing: "exposure.gateway" },
    { exposure: { type: "Gateway", host: "m.example.com", gateway: { name: "edge" } }, missing: "exposure.gateway.namespace" },
  ] as const)("takes $exposure.type without $missing for a bug", ({ exposure, missing }) => {
    expect(() => exposureOf(exposure)).toThrow(`The settings lack ${missing}.`);
  });
});
