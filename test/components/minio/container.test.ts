import { describe, expect, it } from "vitest";
import { minioContainer } from "../../../generator/components/minio/container.ts";
import { aMinio, anEnvironment, aRequiredSecret } from "../../support/environments.ts";

describe("minioContainer", () => {
  it("starts a server that gets its root account from the Secret and writes only to its drive and /tmp", () => {
    expect(minioContainer(anEnvironment(), aMinio())).toEqual({
      name: "minio",
      image: "quay.io/minio/minio:RELEASE.2024-12-18T13-15-44Z",
      imagePullPolicy: "IfNotPresent",
      args: [
        "server",
        "--address=:9000",
        "--console-address=:9001",
        "--certs-dir=/tmp/certs",
        "http://minio-{0...3}.minio-headless.$(POD_NAMESPACE).svc:9000/data",
      ],
      env: [
        { name: "POD_NAMESPACE", valueFrom: { fieldRef: { fieldPath: "metadata.namespace" } } },
        { name: "MINIO_ROOT_USER", valueFrom: { secretKeyRef: { name: "milvus-object-storage", key: "access-key" } } },
        { name: "MINIO_ROOT_PASSWORD", valueFrom: { secretKeyRef: { name: "milvus-object-storage", key: "secret-key" } } },
        { name: "MINIO_PROMETHEUS_AUTH_TYPE", value: "public" },
        { name: "MINIO_UPDATE", value: "off" },
      ],
      ports: [
        { name: "api", containerPort: 9000, protocol: "TCP" },
        { name: "console", containerPort: 9001, protocol: "TCP" },
      ],
      startupProbe: probe("/minio/health/live", { periodSeconds: 5, timeoutSeconds: 5, failureThreshold: 60 }),
      livenessProbe: probe("/minio/health/live", { periodSeconds: 30, timeoutSeconds: 10, failureThreshold: 6 }),
      readinessProbe: probe("/minio/health/cluster/read", { periodSeconds: 15, timeoutSeconds: 15, failureThreshold: 3 }),
      resources: {
        requests: { cpu: "500m", "ephemeral-storage": "100Mi", memory: "2Gi" },
        limits: { cpu: "1", "ephemeral-storage": "1Gi", memory: "2Gi" },
      },
      securityContext: {
        allowPrivilegeEscalation: false,
        capabilities: { drop: ["ALL"] },
        privileged: false,
        readOnlyRootFilesystem: true,
        runAsNonRoot: true,
      },
      volumeMounts: [
        { name: "data", mountPath: "/data" },
        { name: "tmp", mountPath: "/tmp" },
      ],
    });
  });

  it("sets the parity that an environment asks for", () => {
    const { env } = minioContainer(anEnvironment(), aMinio({ drivesPerServer: 2, parity: 3 }));

    expect(env.at(-1)).toEqual({ name: "MINIO_STORAGE_CLASS_STANDARD", value: "EC:3" });
  });

  it("refuses an environment that lists no Secret for its object storage", () => {
    const secrets = { ...anEnvironment().secrets, required: [aRequiredSecret({ purpose: "kafka" })] };

    expect(() => minioContainer(anEnvironment({ secrets }), aMinio())).toThrow(
      "secrets.required lists no Secret of purpose objectStorage.",
    );
  });
});

function probe(path: string, timing: object) {
  return { httpGet: { path, port: 9000, scheme: "HTTP" }, ...timing };
}
