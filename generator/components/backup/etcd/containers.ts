import { type EnvVar, envValue } from "../../../kubernetes/env.ts";
import { etcdctlAccount } from "../../../kubernetes/etcdctl-account.ts";
import { containerSecurityContext } from "../../../kubernetes/pod-security.ts";
import { containerResources } from "../../../kubernetes/resources.ts";
import { type Trust, trustInEtcd, trustInMinio } from "../../../kubernetes/trust.ts";
import type { BackupJob, Environment, Etcd, Image } from "../../../model/environment.ts";
import { ETCD } from "../../../model/identities.ts";
import { imageReference } from "../../../model/images.ts";
import { ETCD_CLIENT } from "../../../model/ports.ts";
import { destinationKeys } from "../credentials.ts";
import { authorities, trustedMounts } from "../trusted.ts";
import { SNAPSHOT, uploadScript } from "./upload.ts";

export const SNAPSHOT_VOLUME = { name: "snapshot", mountPath: "/snapshot" };

/** Where mc keeps the address and the keys that it is told. */
export const TEMPORARY = { name: "tmp", mountPath: "/tmp" };

/** Without it etcdctl waits for an etcd without end (etcd etcdctl/ctlv3/command/snapshot_command.go). */
const LONGEST_SAVE = "10m";

/**
 * Asks the Service, so that one member answers, one that is ready; a snapshot is never put together from several. The file has its
 * name only when it is complete (etcd client/v3/snapshot). The image has no shell, hence one command a container.
 */
export function saveContainer(environment: Environment, etcd: Etcd, backup: BackupJob) {
  const trust = trustInEtcd(environment.tls);
  const account = etcdctlAccount(environment);
  const endpoint = `${trust === undefined ? "http" : "https"}://${ETCD.name}:${ETCD_CLIENT.port}`;
  return {
    ...container(environment, "save", etcd.image, backup),
    command: [
      "/usr/local/bin/etcdctl",
      `--endpoints=${endpoint}`,
      `--command-timeout=${LONGEST_SAVE}`,
      ...etcdctlFlags(trust),
      "snapshot",
      "save",
      SNAPSHOT,
    ],
    ...(account.length === 0 ? {} : { env: account }),
    volumeMounts: [{ ...SNAPSHOT_VOLUME }, ...trustedMounts(trust)],
  };
}

function etcdctlFlags(trust: Trust | undefined): string[] {
  if (trust === undefined) return [];
  const { authority, own } = trust;
  return [`--cacert=${authority}`, ...(own === undefined ? [] : [`--cert=${own.certificate}`, `--key=${own.key}`])];
}

/** Walks through every page of the database (etcd etcdutl/snapshot), and writes revision and size to the log. */
export function statusContainer(environment: Environment, etcd: Etcd, backup: BackupJob) {
  return {
    ...container(environment, "status", etcd.image, backup),
    command: ["/usr/local/bin/etcdutl", "snapshot", "status", SNAPSHOT, "--write-out=json"],
    volumeMounts: [{ ...SNAPSHOT_VOLUME }],
  };
}

/** Compares the checksum, brings the snapshot away under a name of its own, and then removes what is too old. */
export function uploadContainer(environment: Environment, backup: BackupJob) {
  return {
    ...container(environment, "upload", environment.backup.client, backup),
    command: ["/bin/sh", "-c", uploadScript(environment)],
    env: uploadEnv(environment, backup),
    volumeMounts: [{ ...SNAPSHOT_VOLUME, readOnly: true }, { ...TEMPORARY }, ...trustedMounts(trustInDestination(environment))],
  };
}

/** A second place has a certificate that the image's own authorities know. */
export function trustInDestination({ backup, tls }: Environment): Trust | undefined {
  return backup.destination.isOwn ? trustInMinio(tls) : undefined;
}

function uploadEnv(environment: Environment, { retention }: BackupJob): EnvVar[] {
  const { address, port, useSSL, bucket, rootPath } = environment.backup.destination;
  return [
    envValue("MC_CONFIG_DIR", `${TEMPORARY.mountPath}/mc`),
    envValue("ENDPOINT", `${useSSL ? "https" : "http"}://${address}:${port}`),
    envValue("BUCKET", bucket),
    envValue("FOLDER", `${rootPath}/etcd`),
    envValue("KEEP_DAYS", String(retention.days)),
    envValue("KEEP_AT_LEAST", String(retention.atLeast)),
    ...authorities(trustInDestination(environment)),
    ...destinationKeys(environment, { user: "ACCESS_KEY", password: "SECRET_KEY" }),
  ];
}

function container({ imagePullPolicy }: Environment, name: string, image: Image, { resources }: BackupJob) {
  return {
    name,
    image: imageReference(image),
    imagePullPolicy,
    resources: containerResources(resources),
    securityContext: containerSecurityContext(true),
  };
}
