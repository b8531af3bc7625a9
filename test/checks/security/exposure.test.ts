import { describe, expect, it } from "vitest";
import {
  externalAddressesUnused,
  ingressAsAsked,
  routeAsAsked,
  serviceTypeAsAsked,
} from "../../../generator/checks/security/exposure.ts";
import type { Exposure } from "../../../generator/model/environment.ts";
import { anAttu, anAttuIngress } from "../../support/environments.ts";
import { treeOf } from "../trees.ts";

const EXPOSURES = {
  ClusterIP: { type: "ClusterIP", annotations: {} },
  NodePort: { type: "NodePort", nodePort: 30001, externalTrafficPolicy: "Cluster", annotations: {} },
  LoadBalancer: {
    type: "LoadBalancer",
    sourceRanges: [],
    externalTrafficPolicy: "Cluster",
    loadBalancerClass: undefined,
    annotations: {},
  },
  Ingress: {
    type: "Ingress",
    controller: "nginx",
    className: "a",
    host: "a",
    tlsSecretName: "a",
    issuer: undefined,
    annotations: {},
  },
  Gateway: { type: "Gateway", gateway: { name: "a", namespace: "a", sectionName: undefined }, host: "a", annotations: {} },
} as const satisfies Record<string, Exposure>;

const TYPES = ["NodePort", "LoadBalancer"] as const;

describe("serviceTypeAsAsked", () => {
  it.each(TYPES)("accepts a Service of the proxies of type %s where the environment asks for it", (type) => {
    expect(serviceTypeAsAsked.find(exposed(type, service("milvus-proxy", { type })))).toEqual([]);
    expect(serviceTypeAsAsked.find(exposed("ClusterIP", service("milvus-proxy", { type: "ClusterIP" })))).toEqual([]);
    expect(serviceTypeAsAsked.find(exposed("ClusterIP", service("milvus-proxy", {})))).toEqual([]);
  });

  it.each(TYPES)("refuses it of type %s where the environment does not", (type) => {
    expect(serviceTypeAsAsked.find(exposed("ClusterIP", service("milvus-proxy", { type })))).toEqual([
      {
        subject: "Service milvus-test/milvus-proxy",
        message: `It is of type ${type}, and the environment's exposure is ClusterIP.`,
      },
    ]);
  });

  it("refuses another Service in any case", () => {
    expect(serviceTypeAsAsked.find(exposed("NodePort", service("etcd", { type: "NodePort" })))).toEqual([
      { subject: "Service milvus-test/etcd", message: "It is of type NodePort, and only milvus-proxy may be." },
    ]);
  });
});

describe("ingressAsAsked and routeAsAsked", () => {
  const ingress = (name: string) =>
    anObject("Ingress", { rules: [{ http: { paths: [{ backend: { service: { name, port: { number: 1 } } } }] } }] });
  const route = (name: string) => anObject("GRPCRoute", { rules: [{ backendRefs: [{ name, port: 1 }] }] });
  const CASES = [
    { invariant: ingressAsAsked, type: "Ingress", kind: "Ingress", object: ingress },
    { invariant: routeAsAsked, type: "Gateway", kind: "GRPCRoute", object: route },
  ] as const;

  it.each(CASES)("accept a $kind to the proxies where the environment asks for it", ({ invariant, type, object }) => {
    expect(invariant.find(exposed(type, object("milvus-proxy")))).toEqual([]);
  });

  it.each(CASES)("refuse a $kind where the environment does not", ({ invariant, kind, object }) => {
    expect(invariant.find(exposed("NodePort", object("milvus-proxy")))).toEqual([
      { subject: `${kind} milvus-test/x`, message: `It is of kind ${kind}, and the environment's exposure is NodePort.` },
    ]);
  });

  it.each(CASES)("refuse a $kind to something else", ({ invariant, type, kind, object }) => {
    expect(invariant.find(exposed(type, object("minio")))).toEqual([
      { subject: `${kind} milvus-test/x`, message: "It leads to minio, and only milvus-proxy may be reached." },
    ]);
  });

  it("accept an Ingress to the console where the environment asks for that alone", () => {
    const asked = { exposure: EXPOSURES.ClusterIP, attu: anAttu({ exposure: anAttuIngress() }) };
    const closed = { exposure: EXPOSURES.ClusterIP, attu: anAttu() };

    expect(ingressAsAsked.find(treeOf([ingress("attu")], asked))).toEqual([]);
    expect(ingressAsAsked.find(treeOf([ingress("attu")], closed))).toHaveLength(1);
    expect(ingressAsAsked.find(treeOf([ingress("milvus-proxy")], asked))).toHaveLength(1);
  });

  it("refuse a Gateway of the environment's own", () => {
    expect(routeAsAsked.find(exposed("ClusterIP", anObject("Gateway", {})))).toEqual([
      { subject: "Gateway milvus-test/x", message: "It is of kind Gateway, and the environment's exposure is ClusterIP." },
    ]);
  });
});

describe("externalAddressesUnused", () => {
  it("refuses every address that a Service takes", () => {
    const taking = (externalIPs: readonly string[]) => exposed("NodePort", service("milvus-proxy", { externalIPs }));

    expect(externalAddressesUnused.find(taking([]))).toEqual([]);
    expect(externalAddressesUnused.find(taking(["10.0.0.1", "10.0.0.2"]))).toEqual([
      { subject: "Service milvus-test/milvus-proxy", message: "It takes the traffic of 10.0.0.1." },
      { subject: "Service milvus-test/milvus-proxy", message: "It takes the traffic of 10.0.0.2." },
    ]);
  });
});

function exposed(type: keyof typeof EXPOSURES, object: ReturnType<typeof anObject>) {
  return treeOf([object], { exposure: EXPOSURES[type] });
}

function service(name: string, spec: object) {
  return anObject("Service", spec, name);
}

function anObject(kind: string, spec: object, name = "x") {
  return { apiVersion: "v1", kind, metadata: { name, namespace: "milvus-test" }, spec };
}
