import { describe, expect, it } from "vitest";
import { attu } from "../../../generator/components/attu/index.ts";
import type { Attu } from "../../../generator/model/environment.ts";
import { anAttu, anAttuIngress, anEnvironment, aPlacement, someResources } from "../../support/environments.ts";

const LABELS = {
  "app.kubernetes.io/component": "attu",
  "app.kubernetes.io/instance": "milvus",
  "app.kubernetes.io/managed-by": "milvus-gitops",
  "app.kubernetes.io/name": "attu",
  "app.kubernetes.io/part-of": "milvus",
};
const SELECTOR = { "app.kubernetes.io/component": "attu", "app.kubernetes.io/name": "attu" };
const METADATA = { name: "attu", labels: LABELS, annotations: { "argocd.argoproj.io/sync-wave": "20" } };

const COMMON = {
  image: "zilliz/attu:v2.5.12",
  imagePullPolicy: "IfNotPresent",
  resources: someResources(),
  securityContext: {
    allowPrivilegeEscalation: false,
    capabilities: { drop: ["ALL"] },
    privileged: false,
    readOnlyRootFilesystem: true,
    runAsNonRoot: true,
  },
};

describe("attu", () => {
  it("is nothing where no console is asked for", () => {
    expect(attu.units(anEnvironment())).toEqual([]);
    expect(attu.version(anEnvironment())).toBeUndefined();
  });

  it("is an account, a Service and a pod, and nothing that leads there from outside", () => {
    expect(Object.keys(objects())).toEqual(["serviceaccount", "service", "deployment"]);
    expect(attu.version(anEnvironment({ attu: anAttu() }))).toBe("v2.5.12");
  });

  it("has a Service that only the cluster sees", () => {
    expect(objects().service).toEqual({
      apiVersion: "v1",
      kind: "Service",
      metadata: METADATA,
      spec: {
        type: "ClusterIP",
        selector: SELECTOR,
        ports: [{ name: "http", port: 3000, targetPort: "http", protocol: "TCP" }],
      },
    });
  });

  it("has one pod that may write to a copy of its pages and nowhere else, and knows the proxies by their Service", () => {
    expect(objects().deployment).toEqual({
      apiVersion: "apps/v1",
      kind: "Deployment",
      metadata: METADATA,
      spec: {
        replicas: 1,
        revisionHistoryLimit: 3,
        strategy: { type: "RollingUpdate", rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
        selector: { matchLabels: SELECTOR },
        template: {
          metadata: { labels: LABELS },
          spec: {
            serviceAccountName: "attu",
            automountServiceAccountToken: false,
            enableServiceLinks: false,
            terminationGracePeriodSeconds: 10,
            securityContext: {
              fsGroup: 10001,
              fsGroupChangePolicy: "OnRootMismatch",
              runAsGroup: 10001,
              runAsNonRoot: true,
              runAsUser: 10001,
              seccompProfile: { type: "RuntimeDefault" },
            },
            initContainers: [
              {
                name: "copy-pages",
                ...COMMON,
                command: ["cp", "-R", "/app/build/.", "/pages"],
                volumeMounts: [{ name: "pages", mountPath: "/pages" }],
              },
            ],
            containers: [
              {
                name: "attu",
                ...COMMON,
                env: [{ name: "MILVUS_URL", value: "milvus-proxy:19530" }],
                ports: [{ name: "http", containerPort: 3000, protocol: "TCP" }],
                startupProbe: { tcpSocket: { port: 3000 }, periodSeconds: 5, timeoutSeconds: 3, failureThreshold: 24 },
                livenessProbe: { tcpSocket: { port: 3000 }, periodSeconds: 15, timeoutSeconds: 5, failureThreshold: 3 },
                readinessProbe: {
                  httpGet: { path: "/", port: 3000, scheme: "HTTP" },
                  periodSeconds: 10,
                  timeoutSeconds: 5,
                  failureThreshold: 3,
                },
                volumeMounts: [
                  { name: "pages", mountPath: "/app/build" },
                  { name: "tmp", mountPath: "/tmp" },
                ],
              },
            ],
            volumes: [
              { name: "pages", emptyDir: { sizeLimit: "128Mi" } },
              { name: "tmp", emptyDir: { sizeLimit: "64Mi" } },
            ],
          },
        },
      },
    });
  });

  it.each([
    {
      controller: "nginx" as const,
      annotations: {
        "nginx.ingress.kubernetes.io/proxy-body-size": "256m",
        "nginx.ingress.kubernetes.io/ssl-redirect": "true",
      },
    },
    {
      controller: "traefik" as const,
      annotations: {
        "traefik.ingress.kubernetes.io/router.entrypoints": "websecure",
        "traefik.ingress.kubernetes.io/router.tls": "true",
      },
    },
  ])("is reached through $controller by TLS alone, with the annotations of a second door", ({ controller, annotations }) => {
    const door = { "nginx.ingress.kubernetes.io/auth-url": "https://login.example.com/oauth2/auth" };
    const exposure = anAttuIngress({ controller, className: "people", annotations: door });

    expect(objects({ exposure }).ingress).toEqual({
      apiVersion: "networking.k8s.io/v1",
      kind: "Ingress",
      metadata: { ...METADATA, annotations: { ...annotations, ...door, ...METADATA.annotations } },
      spec: {
        ingressClassName: "people",
        tls: [{ hosts: ["attu.example.com"], secretName: "attu-tls" }],
        rules: [
          {
            host: "attu.example.com",
            http: {
              paths: [{ path: "/", pathType: "Prefix", backend: { service: { name: "attu", port: { name: "http" } } } }],
            },
          },
        ],
      },
    });
  });
});

function objects(overrides: Partial<Attu> = {}) {
  const placement = aPlacement({ hosts: "none", zones: "none" });
  const units = attu.units(anEnvironment({ placement, attu: anAttu(overrides) }));
  return Object.fromEntries(units.flatMap(({ resources }) => resources.map(({ file, object }) => [file, object])));
}
