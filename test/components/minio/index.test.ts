import { describe, expect, it } from "vitest";
import { minio } from "../../../generator/components/minio/index.ts";
import type { Environment } from "../../../generator/model/environment.ts";
import { aMinioStorage, anEnvironment } from "../../support/environments.ts";

const SELECTOR = { "app.kubernetes.io/component": "minio", "app.kubernetes.io/name": "minio" };

describe("minio", () => {
  it("is one unit of an account, two services, the servers and a budget", () => {
    const [unit, ...others] = minio.units(anEnvironment());

    expect(others).toEqual([]);
    expect(unit?.path).toBe("minio");
    expect(unit?.resources.map(({ file, object }) => [file, object.kind, object.metadata.name])).toEqual([
      ["serviceaccount", "ServiceAccount", "minio"],
      ["service-headless", "Service", "minio-headless"],
      ["service", "Service", "minio"],
      ["statefulset", "StatefulSet", "minio"],
      ["poddisruptionbudget", "PodDisruptionBudget", "minio"],
    ]);
  });

  it("is nothing where the bucket is outside", () => {
    const environment = anEnvironment({
      objectStorage: {
        type: "external",
        bucket: "milvus",
        rootPath: "files",
        provider: "aws",
        address: "s3.eu-central-1.amazonaws.com",
        port: 443,
        useSSL: true,
        region: "eu-central-1",
        auth: "iam",
        iamEndpoint: undefined,
        useVirtualHost: false,
        serviceAccountAnnotations: {},
      },
    });

    expect(minio.units(environment)).toEqual([]);
  });

  it("lets one server of a distributed MinIO leave", () => {
    expect(objectIn(anEnvironment(), "poddisruptionbudget")?.spec).toEqual({
      maxUnavailable: 1,
      selector: { matchLabels: SELECTOR },
      unhealthyPodEvictionPolicy: "IfHealthyBudget",
    });
  });

  it("gives a standalone server no budget, so that its node can be drained", () => {
    const environment = anEnvironment({ objectStorage: aMinioStorage({ mode: "standalone", replicas: 1 }) });

    expect(objectIn(environment, "poddisruptionbudget")).toBeUndefined();
  });

  it.each([
    { title: "two servers", minio: { replicas: 2, drivesPerServer: 4 } },
    { title: "parity that one server's drives use up", minio: { replicas: 4, drivesPerServer: 2, parity: 1 } },
  ])("gives $title no budget, because MinIO does not write without one of them", ({ minio }) => {
    const environment = anEnvironment({ objectStorage: aMinioStorage(minio) });

    expect(objectIn(environment, "poddisruptionbudget")).toBeUndefined();
  });

  it("serves API and console to clients, and names servers to each other before they are ready", () => {
    const api = { name: "api", port: 9000, targetPort: "api", protocol: "TCP" };
    const console = { name: "console", port: 9001, targetPort: "console", protocol: "TCP" };

    expect(objectIn(anEnvironment(), "service")?.spec).toEqual({
      type: "ClusterIP",
      selector: SELECTOR,
      ports: [api, console],
    });
    expect(objectIn(anEnvironment(), "service-headless")?.spec).toEqual({
      type: "ClusterIP",
      clusterIP: "None",
      publishNotReadyAddresses: true,
      selector: SELECTOR,
      ports: [api],
    });
  });

  it("pulls images with the environment's credentials, where it has any", () => {
    expect(objectIn(anEnvironment({ imagePullSecrets: ["registry"] }), "serviceaccount")?.imagePullSecrets).toEqual([
      { name: "registry" },
    ]);
  });
});

function objectIn(environment: Environment, file: string) {
  return minio.units(environment)[0]?.resources.find((resource) => resource.file === file)?.object;
}
