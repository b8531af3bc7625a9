import { describe, expect, it } from "vitest";
import { podOwners } from "../../../generator/checks/workload.ts";
import { attuDeployment } from "../../../generator/components/attu/deployment.ts";
import { attu } from "../../../generator/components/attu/index.ts";
import type { Attu, Tls } from "../../../generator/model/environment.ts";
import { anAttu, anAttuIngress, anEnvironment, aPlacement, aTls, someResources } from "../../support/environments.ts";

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

  it("verifies encrypted proxies, and shows them a certificate of its own where they ask", () => {
    const [server, mutual] = (["server", "mutual"] as const).map((milvus) => encrypted({ milvus }));
    const proxies = "/etc/tls/milvus-proxy-tls";
    const clients = "/etc/tls/milvus-client-tls";
    const secret = (secretName: string, files: readonly string[]) => ({
      name: secretName,
      secret: { secretName, defaultMode: 0o440, items: files.map((key) => ({ key, path: key })) },
    });

    expect(server).toEqual({
      env: [
        { name: "MILVUS_URL", value: "milvus-proxy:19530" },
        { name: "ROOT_CERT_PATH", value: `${proxies}/ca.crt` },
      ],
      mount: { name: "milvus-proxy-tls", mountPath: proxies, readOnly: true },
      volume: secret("milvus-proxy-tls", ["ca.crt"]),
    });
    expect(mutual).toEqual({
      env: [
        { name: "MILVUS_URL", value: "milvus-proxy:19530" },
        { name: "ROOT_CERT_PATH", value: `${clients}/ca.crt` },
        { name: "PRIVATE_KEY_PATH", value: `${clients}/tls.key` },
        { name: "CERT_CHAIN_PATH", value: `${clients}/tls.crt` },
      ],
      mount: { name: "milvus-client-tls", mountPath: clients, readOnly: true },
      volume: secret("milvus-client-tls", ["ca.crt", "tls.crt", "tls.key"]),
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

function encrypted(tls: Partial<Tls>) {
  const [owner] = podOwners([attuDeployment(anEnvironment({ tls: aTls(tls) }), anAttu())]);
  const { containers: [container] = [], volumes = [] } = owner?.pod ?? {};
  return { env: container?.env, mount: container?.volumeMounts?.at(-1), volume: volumes.at(-1) };
}
