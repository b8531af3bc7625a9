import { describe, expect, it } from "vitest";
import { backup } from "../../../generator/components/backup/index.ts";
import type { Environment, ObjectStorage } from "../../../generator/model/environment.ts";
import { aBackup, aCollectionBackup, anEnvironment, aRequiredSecret, someResources } from "../../support/environments.ts";

const SAVED = anEnvironment({ backup: aBackup({ milvus: aCollectionBackup() }) });
const S3: ObjectStorage = {
  type: "external",
  provider: "aws",
  address: "s3.eu-central-1.amazonaws.com",
  port: 443,
  useSSL: true,
  region: "eu-central-1",
  auth: "keys",
  iamEndpoint: undefined,
  useVirtualHost: false,
  serviceAccountAnnotations: {},
  bucket: "acme-vectors",
  rootPath: "files",
};
const PLACE = {
  isOwn: false,
  address: "s3.example.com",
  port: 9000,
  useSSL: false,
  region: "eu",
  bucket: "away",
  rootPath: "milvus",
};

describe("the job that saves collections", () => {
  it("is one pod of milvus-backup, which stops after the time that it is given", () => {
    const { jobTemplate, ...schedule } = cronJobOf(SAVED);

    expect(schedule).toMatchObject({ schedule: "37 1 * * *", concurrencyPolicy: "Forbid" });
    expect(jobTemplate.spec).toMatchObject({ activeDeadlineSeconds: 21_600 });
    expect(jobTemplate.spec.template.spec.containers).toEqual([
      {
        name: "create",
        image: "milvusdb/milvus-backup:v0.5.16",
        imagePullPolicy: "IfNotPresent",
        command: ["/bin/sh", "-c", expect.stringContaining("/app/milvus-backup --config /etc/milvus-backup/backup.yaml")],
        env: [
          { name: "COLLECTIONS", value: "" },
          { name: "KEEP_DAYS", value: "7" },
          { name: "KEEP_AT_LEAST", value: "3" },
          key("MINIO_ACCESS_KEY", "milvus-object-storage", "access-key"),
          key("MINIO_SECRET_KEY", "milvus-object-storage", "secret-key"),
          key("MINIO_BACKUP_ACCESS_KEY", "milvus-object-storage", "access-key"),
          key("MINIO_BACKUP_SECRET_KEY", "milvus-object-storage", "secret-key"),
        ],
        resources: someResources(),
        securityContext: expect.objectContaining({ readOnlyRootFilesystem: true }),
        volumeMounts: [
          { name: "config", mountPath: "/etc/milvus-backup", readOnly: true },
          { name: "tmp", mountPath: "/tmp" },
        ],
      },
    ]);
  });

  it("passes on the collections that are named", () => {
    const milvus = aCollectionBackup({ collections: ["orders", "shop.*"] });
    const [container] = cronJobOf({ ...SAVED, backup: aBackup({ milvus }) }).jobTemplate.spec.template.spec.containers;

    expect(container?.env[0]).toEqual({ name: "COLLECTIONS", value: "orders,shop.*" });
  });

  it("reaches the management API of the proxies by a Service of its own", () => {
    expect(objectsOf(SAVED)).toContainEqual(
      expect.objectContaining({
        kind: "Service",
        metadata: expect.objectContaining({ name: "milvus-management" }),
        spec: {
          type: "ClusterIP",
          selector: { "app.kubernetes.io/component": "proxy", "app.kubernetes.io/name": "milvus" },
          ports: [{ name: "metrics", port: 9091, targetPort: "metrics", protocol: "TCP" }],
        },
      }),
    );
  });

  it("lets MinIO copy within itself", () => {
    expect(configOf(SAVED)).toEqual({
      log: { level: "info", console: true, file: { filename: "/tmp/backup.log", maxSize: 100, maxBackups: 1 } },
      milvus: { address: "milvus-proxy", port: 19530, tlsMode: 0 },
      minio: {
        storageType: "minio",
        address: "minio",
        port: 9000,
        useSSL: false,
        bucketName: "milvus",
        rootPath: "files",
        backupStorageType: "minio",
        backupAddress: "minio",
        backupPort: 9000,
        backupUseSSL: false,
        backupBucketName: "milvus",
        backupRootPath: "backup/prod/collections",
        crossStorage: false,
      },
      backup: { parallelism: { copydata: 16 }, gcPause: { enable: true, address: "http://milvus-management:9091" } },
    });
  });

  it("carries objects itself where they go to a second place, with the keys of either", () => {
    const environment = {
      ...SAVED,
      objectStorage: S3,
      backup: aBackup({ milvus: aCollectionBackup(), destination: PLACE }),
      secrets: { ...SAVED.secrets, required: [aRequiredSecret(), aRequiredSecret({ purpose: "backup", name: "away" })] },
    };
    const [container] = cronJobOf(environment).jobTemplate.spec.template.spec.containers;

    expect(configOf(environment)).toMatchObject({
      minio: {
        storageType: "aws",
        address: "s3.eu-central-1.amazonaws.com",
        useSSL: true,
        region: "eu-central-1",
        bucketName: "acme-vectors",
        backupStorageType: "s3",
        backupAddress: "s3.example.com",
        backupPort: 9000,
        backupUseSSL: false,
        backupRegion: "eu",
        backupBucketName: "away",
        backupRootPath: "milvus/collections",
        crossStorage: true,
      },
    });
    expect(container?.env.slice(3)).toEqual([
      key("MINIO_ACCESS_KEY", "milvus-object-storage", "access-key"),
      key("MINIO_SECRET_KEY", "milvus-object-storage", "secret-key"),
      key("MINIO_BACKUP_ACCESS_KEY", "away", "access-key"),
      key("MINIO_BACKUP_SECRET_KEY", "away", "secret-key"),
    ]);
  });
});

function key(name: string, secret: string, key: string) {
  return { name, valueFrom: { secretKeyRef: { name: secret, key } } };
}

interface CronJobSpec {
  readonly jobTemplate: {
    readonly spec: {
      readonly template: { readonly spec: { readonly containers: readonly { readonly env: readonly unknown[] }[] } };
    };
  };
}

function cronJobOf(environment: Environment): CronJobSpec {
  return objectsOf(environment).find(({ kind }) => kind === "CronJob")?.spec as CronJobSpec;
}

function configOf(environment: Environment): unknown {
  return backup.units(environment)[0]?.config?.files["backup.yaml"];
}

function objectsOf(environment: Environment) {
  return backup.units(environment).flatMap(({ resources }) => resources.map(({ object }) => object));
}
