import { describe, expect, it } from "vitest";
import type { PodOwner } from "../../../generator/checks/workload.ts";
import { podOwners } from "../../../generator/checks/workload.ts";
import { backup } from "../../../generator/components/backup/index.ts";
import { collectionBackupConfig } from "../../../generator/components/backup/milvus/config.ts";
import type { Environment, Tls } from "../../../generator/model/environment.ts";
import {
  aBackup,
  aBackupJob,
  aCollectionBackup,
  anAuthentication,
  anEnvironment,
  aRequiredSecret,
  aTls,
} from "../../support/environments.ts";

const OF_CLIENTS = {
  name: "milvus-client-tls",
  secret: {
    secretName: "milvus-client-tls",
    defaultMode: 0o440,
    items: [
      { key: "ca.crt", path: "ca.crt" },
      { key: "tls.crt", path: "tls.crt" },
      { key: "tls.key", path: "tls.key" },
    ],
  },
};
const CLIENT_MOUNT = { name: "milvus-client-tls", mountPath: "/etc/tls/milvus-client-tls", readOnly: true };
const MINIO_MOUNT = { name: "minio-tls", mountPath: "/etc/tls/minio-tls", readOnly: true };
const { secrets: SECRETS } = anEnvironment();
const SECOND_PLACE: Partial<Environment> = {
  secrets: { ...SECRETS, required: [...SECRETS.required, aRequiredSecret({ purpose: "backup", name: "milvus-backup" })] },
  backup: aBackup({
    destination: {
      isOwn: false,
      address: "s3.example.com",
      port: 443,
      useSSL: true,
      region: undefined,
      bucket: "backups",
      rootPath: "prod",
    },
    etcd: aBackupJob(),
    milvus: aCollectionBackup(),
  }),
};

describe("the job that saves etcd", () => {
  it("shows members a certificate of its own, verifies theirs, and trusts MinIO's", () => {
    const { pod } = job("backup-etcd", { etcd: true, objectStorage: true });
    const [save, , upload] = [...(pod.initContainers ?? []), ...(pod.containers ?? [])];

    expect(save).toMatchObject({
      command: [
        "/usr/local/bin/etcdctl",
        "--endpoints=https://etcd:2379",
        "--command-timeout=10m",
        "--cacert=/etc/tls/milvus-client-tls/ca.crt",
        "--cert=/etc/tls/milvus-client-tls/tls.crt",
        "--key=/etc/tls/milvus-client-tls/tls.key",
        "snapshot",
        "save",
        "/snapshot/etcd.db",
      ],
      volumeMounts: [{ name: "snapshot", mountPath: "/snapshot" }, CLIENT_MOUNT],
    });
    expect(variables(upload)).toMatchObject({
      ENDPOINT: "https://minio:9000",
      SSL_CERT_FILE: "/etc/tls/minio-tls/ca.crt",
    });
    expect(upload?.volumeMounts).toEqual([
      { name: "snapshot", mountPath: "/snapshot", readOnly: true },
      { name: "tmp", mountPath: "/tmp" },
      MINIO_MOUNT,
    ]);
    expect(pod.volumes?.slice(2)).toEqual([OF_CLIENTS, authorityOf("minio-tls")]);
  });

  it("needs nobody's authority for a second place, nor any certificate where nothing is encrypted", () => {
    const elsewhere = job("backup-etcd", { objectStorage: true }, SECOND_PLACE);
    const plain = job("backup-etcd", {});

    expect([elsewhere, plain].map(volumeNames)).toEqual([
      ["snapshot", "tmp"],
      ["snapshot", "tmp"],
    ]);
    expect(variables(elsewhere.pod.containers?.[0])).not.toHaveProperty("SSL_CERT_FILE");
  });
});

describe("the job that saves collections", () => {
  it("verifies the proxies and MinIO, and with mutual shows a certificate", () => {
    expect(configOf({ milvus: "server", objectStorage: true })).toMatchObject({
      milvus: {
        address: "milvus-proxy",
        port: 19530,
        tlsMode: 1,
        caCertPath: "/etc/tls/milvus-proxy-tls/ca.crt",
        serverName: "milvus-proxy",
      },
      minio: { address: "minio", useSSL: true, backupAddress: "minio", backupUseSSL: true, crossStorage: false },
      backup: { gcPause: { enable: true, address: "http://milvus-management:9091" } },
    });
    expect(configOf({ milvus: "mutual" }).milvus).toEqual({
      address: "milvus-proxy",
      port: 19530,
      tlsMode: 2,
      caCertPath: "/etc/tls/milvus-client-tls/ca.crt",
      serverName: "milvus-proxy",
      mtlsCertPath: "/etc/tls/milvus-client-tls/tls.crt",
      mtlsKeyPath: "/etc/tls/milvus-client-tls/tls.key",
    });
    expect(configOf({}).milvus).toEqual({ address: "milvus-proxy", port: 19530, tlsMode: 0 });
  });

  it("mounts the authorities without the servers' keys, and its own certificate only where it is asked", () => {
    expect(job("backup-milvus", { milvus: "server", objectStorage: true }).pod.volumes?.slice(2)).toEqual([
      authorityOf("minio-tls"),
      authorityOf("milvus-proxy-tls"),
    ]);
    expect(job("backup-milvus", { milvus: "mutual" }).pod.volumes?.slice(2)).toEqual([OF_CLIENTS]);
  });

  it("trusts the authority of its source wherever it brings things", () => {
    const [create] = job("backup-milvus", { objectStorage: true }, SECOND_PLACE).pod.containers ?? [];

    expect(variables(create)).toMatchObject({ SSL_CERT_FILE: "/etc/tls/minio-tls/ca.crt" });
    expect(create?.volumeMounts).toContainEqual(MINIO_MOUNT);
    expect(configOf({ objectStorage: true }, SECOND_PLACE).minio).toMatchObject({
      useSSL: true,
      backupAddress: "s3.example.com",
      backupUseSSL: true,
      crossStorage: true,
    });
  });

  it("signs in as root with the Secret's password, which is in no ConfigMap", () => {
    const root = aRequiredSecret({ purpose: "milvusRoot", name: "milvus-root", keys: ["password"] });
    const asked: Partial<Environment> = {
      authentication: anAuthentication({ milvus: { enabled: true, superUsers: [] } }),
      secrets: { ...SECRETS, required: [...SECRETS.required, root] },
    };
    const [create] = job("backup-milvus", {}, asked).pod.containers ?? [];

    expect(create?.env?.filter(({ name }) => name.startsWith("MILVUS_"))).toEqual([
      { name: "MILVUS_USER", value: "root" },
      { name: "MILVUS_PASSWORD", valueFrom: { secretKeyRef: { name: "milvus-root", key: "password" } } },
    ]);
    expect(configOf({}, asked)).toEqual(configOf({}));
    expect(variables(job("backup-milvus", {}).pod.containers?.[0])).not.toHaveProperty("MILVUS_USER");
  });
});

function environment(tls: Partial<Tls>, overrides: Partial<Environment>): Environment {
  const own = aBackup().destination;
  const useSSL = tls.objectStorage ?? false;
  const saved = aBackup({ destination: { ...own, useSSL }, etcd: aBackupJob(), milvus: aCollectionBackup() });
  return anEnvironment({ backup: saved, ...overrides, tls: aTls(tls) });
}

function configOf(tls: Partial<Tls>, overrides: Partial<Environment> = {}) {
  return collectionBackupConfig(environment(tls, overrides));
}

function job(name: string, tls: Partial<Tls>, overrides: Partial<Environment> = {}): PodOwner {
  const objects = backup.units(environment(tls, overrides)).flatMap(({ resources }) => resources.map(({ object }) => object));
  const found = podOwners(objects).find(({ object }) => object.metadata.name === name);
  if (found === undefined) throw new Error(`There is no ${name}.`);
  return found;
}

function variables(container: { readonly env?: readonly { readonly name: string; readonly value?: string }[] } | undefined) {
  return Object.fromEntries((container?.env ?? []).map(({ name, value }) => [name, value]));
}

function volumeNames({ pod }: PodOwner) {
  return pod.volumes?.map(({ name }) => name);
}

function authorityOf(name: string) {
  return { name, secret: { secretName: name, defaultMode: 0o440, items: [{ key: "ca.crt", path: "ca.crt" }] } };
}
