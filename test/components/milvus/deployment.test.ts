import { describe, expect, it } from "vitest";
import { milvusDeployment } from "../../../generator/components/milvus/deployment.ts";
import type { Environment, RoleName } from "../../../generator/model/environment.ts";
import { anEnvironment, aPlacement } from "../../support/environments.ts";
import { aMilvus, anUnplacedEnvironment, FAMILY_TOPOLOGIES, someKafka } from "./environments.ts";

const ROOT_GROUP = {
  fsGroup: 0,
  fsGroupChangePolicy: "OnRootMismatch",
  runAsGroup: 0,
  runAsNonRoot: true,
  runAsUser: 10001,
  seccompProfile: { type: "RuntimeDefault" },
};
const RESTRICTED = {
  allowPrivilegeEscalation: false,
  capabilities: { drop: ["ALL"] },
  privileged: false,
  readOnlyRootFilesystem: true,
  runAsNonRoot: true,
};
const RESOURCES = {
  requests: { cpu: "500m", "ephemeral-storage": "100Mi", memory: "2Gi" },
  limits: { cpu: "1", "ephemeral-storage": "1Gi", memory: "2Gi" },
};
const PROBES = {
  startupProbe: { tcpSocket: { port: 9091 }, periodSeconds: 10, timeoutSeconds: 3, failureThreshold: 30 },
  livenessProbe: { tcpSocket: { port: 9091 }, periodSeconds: 15, timeoutSeconds: 10, failureThreshold: 3 },
  readinessProbe: {
    httpGet: { path: "/healthz", port: 9091, scheme: "HTTP" },
    periodSeconds: 10,
    timeoutSeconds: 5,
    failureThreshold: 3,
  },
};
const STORAGE_KEYS = [
  { name: "MINIO_ACCESS_KEY_ID", valueFrom: { secretKeyRef: { name: "milvus-object-storage", key: "access-key" } } },
  { name: "MINIO_SECRET_ACCESS_KEY", valueFrom: { secretKeyRef: { name: "milvus-object-storage", key: "secret-key" } } },
];

describe("milvusDeployment", () => {
  it("runs a query node of 2.6 that hands its segments over before it goes", () => {
    const environment = anUnplacedEnvironment({
      milvus: aMilvus("2.6", "mixed", {
        queryNode: { replicas: 3, localStorage: "100Gi", labels: { team: "search" }, annotations: { owner: "search" } },
      }),
    });

    expect(deployment(environment, "queryNode")).toEqual({
      apiVersion: "apps/v1",
      kind: "Deployment",
      metadata: {
        name: "milvus-querynode",
        labels: { ...labels("querynode"), team: "search" },
        annotations: { owner: "search", "argocd.argoproj.io/sync-wave": "8" },
      },
      spec: {
        replicas: 3,
        revisionHistoryLimit: 3,
        minReadySeconds: 30,
        progressDeadlineSeconds: 2700,
        strategy: { type: "RollingUpdate", rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
        selector: { matchLabels: selector("querynode") },
        template: {
          metadata: { labels: { ...labels("querynode"), team: "search" }, annotations: { owner: "search" } },
          spec: {
            serviceAccountName: "milvus",
            automountServiceAccountToken: false,
            enableServiceLinks: false,
            terminationGracePeriodSeconds: 2100,
            securityContext: ROOT_GROUP,
            containers: [
              {
                name: "querynode",
                image: "milvusdb/milvus:v2.6.20",
                imagePullPolicy: "IfNotPresent",
                args: ["milvus", "run", "querynode"],
                env: [...STORAGE_KEYS, { name: "LOCAL_STORAGE_SIZE", value: "100" }],
                ports: [
                  { name: "querynode", containerPort: 21123, protocol: "TCP" },
                  { name: "metrics", containerPort: 9091, protocol: "TCP" },
                ],
                ...PROBES,
                resources: RESOURCES,
                securityContext: RESTRICTED,
                volumeMounts: [
                  { name: "config", mountPath: "/milvus/configs/user.yaml", subPath: "user.yaml", readOnly: true },
                  { name: "data", mountPath: "/var/lib/milvus" },
                  { name: "run", mountPath: "/run/milvus" },
                  { name: "tmp", mountPath: "/tmp" },
                ],
              },
            ],
            volumes: [
              { name: "config", configMap: { name: "milvus-config" } },
              { name: "data", emptyDir: { sizeLimit: "100Gi" } },
              { name: "run", emptyDir: { sizeLimit: "1Mi" } },
              { name: "tmp", emptyDir: { sizeLimit: "256Mi" } },
            ],
          },
        },
      },
    });
  });

  it("runs a proxy of 2.3 that serves on while it leaves the endpoints", () => {
    const environment = anUnplacedEnvironment({ milvus: aMilvus("2.3", "dedicated", { proxy: { replicas: 2 } }) });

    expect(deployment(environment, "proxy")).toEqual({
      apiVersion: "apps/v1",
      kind: "Deployment",
      metadata: {
        name: "milvus-proxy",
        labels: labels("proxy"),
        annotations: { "argocd.argoproj.io/sync-wave": "10" },
      },
      spec: {
        replicas: 2,
        revisionHistoryLimit: 3,
        minReadySeconds: 30,
        progressDeadlineSeconds: 690,
        strategy: { type: "RollingUpdate", rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
        selector: { matchLabels: selector("proxy") },
        template: {
          metadata: { labels: labels("proxy") },
          spec: {
            serviceAccountName: "milvus",
            automountServiceAccountToken: false,
            enableServiceLinks: false,
            terminationGracePeriodSeconds: 90,
            securityContext: ROOT_GROUP,
            containers: [
              {
                name: "proxy",
                image: "milvusdb/milvus:v2.3.21",
                imagePullPolicy: "IfNotPresent",
                args: ["milvus", "run", "proxy"],
                env: STORAGE_KEYS,
                ports: [
                  { name: "milvus", containerPort: 19530, protocol: "TCP" },
                  { name: "internal", containerPort: 19529, protocol: "TCP" },
                  { name: "metrics", containerPort: 9091, protocol: "TCP" },
                ],
                ...PROBES,
                lifecycle: { preStop: { exec: { command: ["sleep", "30"] } } },
                resources: RESOURCES,
                securityContext: RESTRICTED,
                volumeMounts: [
                  { name: "config", mountPath: "/milvus/configs/milvus.yaml", subPath: "milvus.yaml", readOnly: true },
                  { name: "data", mountPath: "/var/lib/milvus" },
                  { name: "run", mountPath: "/run/milvus" },
                  { name: "tmp", mountPath: "/tmp" },
                ],
              },
            ],
            volumes: [
              { name: "config", configMap: { name: "milvus-config" } },
              { name: "data", emptyDir: { sizeLimit: "10Gi" } },
              { name: "run", emptyDir: { sizeLimit: "1Mi" } },
              { name: "tmp", emptyDir: { sizeLimit: "256Mi" } },
            ],
          },
        },
      },
    });
  });

  it.each(FAMILY_TOPOLOGIES)("listens in $family $coordinators on the ports of each role", ({ family, coordinators }) => {
    const milvus = aMilvus(family, coordinators);
    const ports = milvus.roles.map(({ name }) => {
      const numbers = containerOf(anEnvironment({ milvus }), name).ports.map(({ containerPort }) => containerPort);
      return `${name} ${numbers.join(" ")}`;
    });

    expect(ports).toEqual(PORTS[`${family} ${coordinators}`]);
  });

  it.each(FAMILY_TOPOLOGIES)(
    "passes Pod Security restricted and the kubelet in $family $coordinators",
    ({ family, coordinators }) => {
      const milvus = aMilvus(family, coordinators);

      for (const { name } of milvus.roles) {
        const pod = podOf(anEnvironment({ milvus, messageQueue: someKafka(), secrets: withKafka() }), name);
        const names = containerOf(anEnvironment({ milvus }), name).env.map((variable) => variable.name);
        expect(pod.securityContext).toEqual(ROOT_GROUP);
        expect(pod.containers.map(({ securityContext }) => securityContext)).toEqual([RESTRICTED]);
        expect(pod.volumes.map((volume) => Object.keys(volume)[1])).toEqual([
          "configMap",
          "emptyDir",
          "emptyDir",
          "emptyDir",
          "secret",
        ]);
        expect(new Set(names).size).toBe(names.length);
      }
    },
  );

  it("leaves the root writable where the environment asks for it", () => {
    const milvus = { ...aMilvus("2.6"), readOnlyRootFilesystem: false };

    expect(containerOf(anEnvironment({ milvus }), "dataNode").securityContext).toEqual({
      ...RESTRICTED,
      readOnlyRootFilesystem: false,
    });
  });

  it("shows the authority of Kafka's brokers to every role, read-only and without the rest of its Secret", () => {
    const pod = podOf(anEnvironment({ messageQueue: someKafka(), secrets: withKafka() }), "mixCoord");

    expect(pod.volumes.at(-1)).toEqual({
      name: "kafka-ca",
      secret: { secretName: "kafka-ca", items: [{ key: "ca.crt", path: "ca.crt" }] },
    });
    expect(pod.containers[0]?.volumeMounts.at(-1)).toEqual({
      name: "kafka-ca",
      mountPath: "/etc/milvus/kafka",
      readOnly: true,
    });
  });

  it("keeps replicas apart as the environment asks", () => {
    const pod = podOf(anEnvironment({ placement: aPlacement({ hosts: "required", zones: "none" }) }), "proxy");

    expect(pod).toMatchObject({
      affinity: {
        podAntiAffinity: {
          requiredDuringSchedulingIgnoredDuringExecution: [
            { labelSelector: { matchLabels: selector("proxy") }, topologyKey: "kubernetes.io/hostname" },
          ],
        },
      },
    });
  });
});

const MIXED = [
  "indexNode 21121 9091",
  "mixCoord 53100 13333 19531 9091",
  "queryNode 21123 9091",
  "dataNode 21124 9091",
  "proxy 19530 19529 9091",
];
const DEDICATED = [
  "indexNode 21121 9091",
  "rootCoord 53100 9091",
  "dataCoord 13333 9091",
  "queryCoord 19531 9091",
  "queryNode 21123 9091",
  "dataNode 21124 9091",
  "proxy 19530 19529 9091",
];
const PORTS: Readonly<Record<string, readonly string[]>> = {
  "2.3 mixed": MIXED,
  "2.3 dedicated": DEDICATED,
  "2.4 mixed": MIXED,
  "2.4 dedicated": DEDICATED,
  "2.5 mixed": MIXED,
  "2.5 dedicated": DEDICATED,
  "2.6 mixed": [
    "mixCoord 53100 9091",
    "streamingNode 22222 21123 9091",
    "queryNode 21123 9091",
    "dataNode 21124 9091",
    "proxy 19530 19529 9091",
  ],
};

function selector(component: string) {
  return { "app.kubernetes.io/component": component, "app.kubernetes.io/name": "milvus" };
}

function labels(component: string) {
  return {
    ...selector(component),
    "app.kubernetes.io/instance": "milvus",
    "app.kubernetes.io/managed-by": "milvus-gitops",
    "app.kubernetes.io/part-of": "milvus",
  };
}

function withKafka() {
  const { secrets } = anEnvironment();
  const kafka = { purpose: "kafka", name: "milvus-kafka", keys: ["username", "password"], remoteKey: "", sealed: {} } as const;
  return { ...secrets, required: [...secrets.required, kafka] };
}

function deployment(environment: Environment, name: RoleName) {
  const role = environment.milvus.roles.find((candidate) => candidate.name === name);
  if (role === undefined) throw new Error(`${name} does not run.`);
  return milvusDeployment(environment, role);
}

interface Pod {
  readonly securityContext: object;
  readonly volumes: readonly object[];
  readonly containers: readonly {
    readonly env: readonly { readonly name: string }[];
    readonly ports: readonly { readonly containerPort: number }[];
    readonly securityContext: object;
    readonly volumeMounts: readonly object[];
  }[];
}

function podOf(environment: Environment, name: RoleName): Pod {
  return (deployment(environment, name).spec as { template: { spec: Pod } }).template.spec;
}

function containerOf(environment: Environment, name: RoleName) {
  const [container] = podOf(environment, name).containers;
  if (container === undefined) throw new Error(`${name} has no container.`);
  return container;
}
