import { describe, expect, it } from "vitest";
import { backup } from "../../../generator/components/backup/index.ts";
import type { Environment } from "../../../generator/model/environment.ts";
import {
  aBackup,
  aBackupJob,
  anEnvironment,
  anEtcd,
  anImage,
  aRequiredSecret,
  someResources,
} from "../../support/environments.ts";

const SECURED = {
  allowPrivilegeEscalation: false,
  capabilities: { drop: ["ALL"] },
  privileged: false,
  readOnlyRootFilesystem: true,
  runAsNonRoot: true,
};
const SAVED = anEnvironment({ backup: aBackup({ etcd: aBackupJob() }) });
const ELSEWHERE = {
  isOwn: false,
  address: "s3.example.com",
  port: 443,
  useSSL: true,
  region: undefined,
  bucket: "acme-backups",
  rootPath: "milvus/prod",
};

describe("the job that saves etcd", () => {
  it("is nothing where nobody wants it, or etcd is outside", () => {
    const etcd = { mode: "external", rootPath: "milvus", endpoints: ["etcd.example.com:2379"] } as const;

    expect(backup.units(anEnvironment())).toEqual([]);
    expect(backup.units({ ...SAVED, etcd })).toEqual([]);
  });

  it("runs alone, for three quarters of an hour at most, and keeps the pods of runs that failed", () => {
    const { jobTemplate, ...schedule } = specOf(SAVED);

    expect(schedule).toEqual({
      schedule: "7 * * * *",
      timeZone: "UTC",
      concurrencyPolicy: "Forbid",
      startingDeadlineSeconds: 600,
      successfulJobsHistoryLimit: 1,
      failedJobsHistoryLimit: 3,
    });
    expect(jobTemplate.spec).toMatchObject({ activeDeadlineSeconds: 2700, backoffLimit: 2 });
  });

  it("is a pod that saves, reads and brings away, one after the other, with room for a full database", () => {
    const { initContainers, containers, ...pod } = podOf(SAVED);

    expect(initContainers).toEqual([
      container("save", "quay.io/coreos/etcd:v3.5.25", {
        command: [
          "/usr/local/bin/etcdctl",
          "--endpoints=http://etcd:2379",
          "--command-timeout=10m",
          "snapshot",
          "save",
          "/snapshot/etcd.db",
        ],
        volumeMounts: [{ name: "snapshot", mountPath: "/snapshot" }],
      }),
      container("status", "quay.io/coreos/etcd:v3.5.25", {
        command: ["/usr/local/bin/etcdutl", "snapshot", "status", "/snapshot/etcd.db", "--write-out=json"],
        volumeMounts: [{ name: "snapshot", mountPath: "/snapshot" }],
      }),
    ]);
    expect(containers).toEqual([
      container("upload", "quay.io/minio/minio:RELEASE.2024-12-18T13-15-44Z", {
        command: ["/bin/sh", "-c", expect.stringContaining("mc mb --ignore-existing")],
        env: expect.anything(),
        volumeMounts: [
          { name: "snapshot", mountPath: "/snapshot", readOnly: true },
          { name: "tmp", mountPath: "/tmp" },
        ],
      }),
    ]);
    expect(pod).toEqual({
      restartPolicy: "Never",
      serviceAccountName: "backup-etcd",
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      terminationGracePeriodSeconds: 30,
      securityContext: {
        fsGroup: 10001,
        fsGroupChangePolicy: "OnRootMismatch",
        runAsGroup: 10001,
        runAsNonRoot: true,
        runAsUser: 10001,
        seccompProfile: { type: "RuntimeDefault" },
      },
      volumes: [
        { name: "snapshot", emptyDir: { sizeLimit: "2Gi" } },
        { name: "tmp", emptyDir: { sizeLimit: "64Mi" } },
      ],
    });
  });

  it("asks for more room where the database may be larger", () => {
    const etcd = anEtcd({ quotaBackendBytes: 8 * 2 ** 30 });

    expect(podOf({ ...SAVED, etcd }).volumes[0]).toEqual({ name: "snapshot", emptyDir: { sizeLimit: "10Gi" } });
  });

  it("takes the keys of the environment's own storage, or those of the second place, which is a bucket that exists", () => {
    const environment = {
      ...SAVED,
      backup: aBackup({ etcd: aBackupJob(), destination: ELSEWHERE, client: anImage("quay.io/acme/mc", "1") }),
      secrets: { ...SAVED.secrets, required: [aRequiredSecret(), aRequiredSecret({ purpose: "backup", name: "away" })] },
    };
    const [upload] = podOf(environment).containers;

    expect(envOf(SAVED)).toEqual(envWith("http://minio:9000", "milvus", "backup/prod/etcd", "milvus-object-storage"));
    expect(envOf(environment)).toEqual(envWith("https://s3.example.com:443", "acme-backups", "milvus/prod/etcd", "away"));
    expect(upload).toMatchObject({
      image: "quay.io/acme/mc:1",
      command: ["/bin/sh", "-c", expect.not.stringContaining("mc mb")],
    });
  });
});

function container(name: string, image: string, rest: object) {
  return { name, image, imagePullPolicy: "IfNotPresent", resources: someResources(), securityContext: SECURED, ...rest };
}

function envWith(endpoint: string, bucket: string, folder: string, secret: string) {
  const key = (name: string, key: string) => ({ name, valueFrom: { secretKeyRef: { name: secret, key } } });
  return [
    { name: "MC_CONFIG_DIR", value: "/tmp/mc" },
    { name: "ENDPOINT", value: endpoint },
    { name: "BUCKET", value: bucket },
    { name: "FOLDER", value: folder },
    { name: "KEEP_DAYS", value: "7" },
    { name: "KEEP_AT_LEAST", value: "3" },
    key("ACCESS_KEY", "access-key"),
    key("SECRET_KEY", "secret-key"),
  ];
}

function envOf(environment: Environment) {
  return podOf(environment).containers[0]?.env;
}

interface Pod {
  readonly initContainers: readonly object[];
  readonly containers: readonly { readonly env: unknown }[];
  readonly volumes: readonly unknown[];
}

function podOf(environment: Environment): Pod {
  return specOf(environment).jobTemplate.spec.template.spec;
}

function specOf(environment: Environment) {
  const resources = backup.units(environment).flatMap((unit) => unit.resources);
  const found = resources.find(({ object }) => object.kind === "CronJob")?.object.spec;
  return found as { readonly jobTemplate: { readonly spec: { readonly template: { readonly spec: Pod } } } };
}
