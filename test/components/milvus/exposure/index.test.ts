import { describe, expect, it } from "vitest";
import { exposure } from "../../../../generator/components/milvus/exposure/index.ts";
import type { Exposure } from "../../../../generator/model/environment.ts";
import { aTls } from "../../../support/environments.ts";

const SELECTOR = { "app.kubernetes.io/component": "proxy", "app.kubernetes.io/name": "milvus" };
const LABELS = {
  ...SELECTOR,
  "app.kubernetes.io/instance": "milvus",
  "app.kubernetes.io/managed-by": "milvus-gitops",
  "app.kubernetes.io/part-of": "milvus",
};
const LAST = { "argocd.argoproj.io/sync-wave": "20" };
const API = { name: "milvus", port: 19530, targetPort: "milvus", protocol: "TCP" };
const USERS = { "example.com/owner": "search" };
const INGRESS = {
  type: "Ingress",
  controller: "nginx",
  className: "public",
  host: "milvus.example.com",
  tlsSecretName: "milvus-tls",
  issuer: undefined,
  annotations: USERS,
} as const;
const GATEWAY = {
  type: "Gateway",
  gateway: { name: "public", namespace: "gateways", sectionName: undefined },
  host: "milvus.example.com",
  annotations: USERS,
} as const;

describe("exposure", () => {
  it("is a Service of the API alone inside the cluster", () => {
    expect(objects({ type: "ClusterIP", annotations: USERS })).toEqual([
      service({ type: "ClusterIP", selector: SELECTOR, ports: [API] }, USERS),
    ]);
  });

  it("opens a port on every node", () => {
    expect(objects({ type: "NodePort", nodePort: 30001, externalTrafficPolicy: "Cluster", annotations: {} })).toEqual([
      service({ type: "NodePort", selector: SELECTOR, ports: [{ ...API, nodePort: 30001 }] }),
    ]);
  });

  it("asks for a load balancer that only some addresses reach", () => {
    const loadBalancer = {
      type: "LoadBalancer",
      sourceRanges: ["10.0.0.0/8"],
      externalTrafficPolicy: "Cluster",
      loadBalancerClass: "service.k8s.aws/nlb",
      annotations: USERS,
    } as const;

    expect(objects(loadBalancer)).toEqual([
      service(
        {
          type: "LoadBalancer",
          loadBalancerClass: "service.k8s.aws/nlb",
          loadBalancerSourceRanges: ["10.0.0.0/8"],
          selector: SELECTOR,
          ports: [API],
        },
        USERS,
      ),
    ]);
  });

  it("lets only nodes with a proxy answer, where pods shall see clients", () => {
    const asked = { sourceRanges: [], loadBalancerClass: undefined, externalTrafficPolicy: "Local", annotations: {} } as const;

    expect(objects({ type: "LoadBalancer", ...asked }).map(({ spec }) => spec)).toEqual([
      { type: "LoadBalancer", externalTrafficPolicy: "Local", selector: SELECTOR, ports: [API] },
    ]);
    expect(objects({ type: "NodePort", nodePort: 30001, externalTrafficPolicy: "Local", annotations: {} })).toEqual([
      service({
        type: "NodePort",
        externalTrafficPolicy: "Local",
        selector: SELECTOR,
        ports: [{ ...API, nodePort: 30001 }],
      }),
    ]);
  });

  it("leaves a load balancer's class and ranges out where there are none", () => {
    const [found] = objects({
      type: "LoadBalancer",
      sourceRanges: [],
      externalTrafficPolicy: "Cluster",
      loadBalancerClass: undefined,
      annotations: {},
    });

    expect(found?.spec).toEqual({ type: "LoadBalancer", selector: SELECTOR, ports: [API] });
  });

  it("leads gRPC through nginx, with TLS", () => {
    expect(objects(INGRESS)).toEqual([
      service({ type: "ClusterIP", selector: SELECTOR, ports: [API] }),
      {
        apiVersion: "networking.k8s.io/v1",
        kind: "Ingress",
        metadata: {
          name: "milvus-proxy",
          labels: LABELS,
          annotations: {
            ...LAST,
            ...USERS,
            "nginx.ingress.kubernetes.io/backend-protocol": "GRPC",
            "nginx.ingress.kubernetes.io/proxy-body-size": "64m",
            "nginx.ingress.kubernetes.io/ssl-redirect": "true",
          },
        },
        spec: {
          ingressClassName: "public",
          tls: [{ hosts: ["milvus.example.com"], secretName: "milvus-tls" }],
          rules: [
            {
              host: "milvus.example.com",
              http: {
                paths: [
                  {
                    path: "/",
                    pathType: "Prefix",
                    backend: { service: { name: "milvus-proxy", port: { name: "milvus" } } },
                  },
                ],
              },
            },
          ],
        },
      },
    ]);
  });

  it("tells Traefik at the Service that Milvus speaks HTTP/2 without TLS", () => {
    const [found, ingress] = objects({ ...INGRESS, controller: "traefik" });

    expect(found?.metadata.annotations).toEqual({ ...LAST, "traefik.ingress.kubernetes.io/service.serversscheme": "h2c" });
    expect(ingress?.metadata.annotations).toEqual({
      ...LAST,
      ...USERS,
      "traefik.ingress.kubernetes.io/router.entrypoints": "websecure",
      "traefik.ingress.kubernetes.io/router.tls": "true",
    });
  });

  it("lets the user's annotations have the last word, but for the wave", () => {
    const annotations = { "nginx.ingress.kubernetes.io/proxy-body-size": "8m", "argocd.argoproj.io/sync-wave": "1" };
    const [, ingress] = objects({ ...INGRESS, annotations });

    expect(ingress?.metadata.annotations).toMatchObject({ "nginx.ingress.kubernetes.io/proxy-body-size": "8m", ...LAST });
  });

  it.each([
    { kind: "Issuer", annotation: "cert-manager.io/issuer" },
    { kind: "ClusterIssuer", annotation: "cert-manager.io/cluster-issuer" },
  ] as const)("has cert-manager write the certificate, signed by a $kind", ({ kind, annotation }) => {
    const [, ingress] = objects({ ...INGRESS, issuer: { kind, name: "public" } });

    expect(Object.entries(ingress?.metadata.annotations ?? {}).filter(([key]) => key.startsWith("cert-manager.io/"))).toEqual([
      [annotation, "public"],
    ]);
  });

  it("passes TLS through a Gateway to a Milvus that ends it itself", () => {
    const settings = { exposure: GATEWAY, tls: aTls({ milvus: "mutual" }) };

    expect(exposure(settings).map(({ file, object }) => ({ file, object }))).toEqual([
      {
        file: "service",
        object: service({
          type: "ClusterIP",
          selector: SELECTOR,
          ports: [API, { name: "rest", port: 8080, targetPort: "rest", protocol: "TCP" }],
        }),
      },
      {
        file: "tlsroute",
        object: {
          apiVersion: "gateway.networking.k8s.io/v1",
          kind: "TLSRoute",
          metadata: { name: "milvus-proxy", labels: LABELS, annotations: { ...LAST, ...USERS } },
          spec: {
            parentRefs: [{ group: "gateway.networking.k8s.io", kind: "Gateway", name: "public", namespace: "gateways" }],
            hostnames: ["milvus.example.com"],
            rules: [{ backendRefs: [{ group: "", kind: "Service", name: "milvus-proxy", port: 19530, weight: 1 }] }],
          },
        },
      },
    ]);
  });

  it("routes gRPC from a listener of a Gateway", () => {
    expect(objects({ ...GATEWAY, gateway: { ...GATEWAY.gateway, sectionName: "grpc" } })).toEqual([
      service({ type: "ClusterIP", selector: SELECTOR, ports: [{ ...API, appProtocol: "kubernetes.io/h2c" }] }),
      {
        apiVersion: "gateway.networking.k8s.io/v1",
        kind: "GRPCRoute",
        metadata: { name: "milvus-proxy", labels: LABELS, annotations: { ...LAST, ...USERS } },
        spec: {
          parentRefs: [
            {
              group: "gateway.networking.k8s.io",
              kind: "Gateway",
              name: "public",
              namespace: "gateways",
              sectionName: "grpc",
            },
          ],
          hostnames: ["milvus.example.com"],
          rules: [{ backendRefs: [{ group: "", kind: "Service", name: "milvus-proxy", port: 19530, weight: 1 }] }],
        },
      },
    ]);
  });

  it("takes any listener of the Gateway where none is named", () => {
    const [, route] = objects(GATEWAY);

    expect(route?.spec).toMatchObject({
      parentRefs: [{ group: "gateway.networking.k8s.io", kind: "Gateway", name: "public", namespace: "gateways" }],
    });
    expect(JSON.stringify(route)).not.toContain("sectionName");
  });
});

function objects(settings: Exposure) {
  return exposure({ exposure: settings, tls: aTls() }).map(({ object }) => object);
}

function service(spec: object, annotations: object = {}) {
  return {
    apiVersion: "v1",
    kind: "Service",
    metadata: { name: "milvus-proxy", labels: LABELS, annotations: { ...LAST, ...annotations } },
    spec,
  };
}
