import type { Environment } from "../../../model/environment.ts";
import { RELEASES } from "../../../model/releases/index.ts";
import { etcdConfig } from "./etcd.ts";
import { mergeConfig } from "./merge.ts";
import { messageQueueConfig } from "./message-queue.ts";
import { objectStorageConfig } from "./object-storage.ts";
import { rolesConfig } from "./roles.ts";
import { securityConfig } from "./security.ts";
import { tlsConfig } from "./tls.ts";

/** Its name gets a hash of the file, which rolls the pods when the file changes. */
export const CONFIG_MAP = "milvus-config";

/**
 * The configuration file: what the image's own file would say, what the environment says, and last what the user says. All roles
 * read the same file, for they must agree on every path and prefix, or they form clusters of their own.
 */
export function milvusConfig(environment: Environment): Readonly<Record<string, unknown>> {
  const { milvus } = environment;
  const sections = [
    RELEASES[milvus.family].shippedConfig,
    rolesConfig(milvus),
    etcdConfig(environment),
    objectStorageConfig(environment),
    messageQueueConfig(environment.messageQueue, environment.tls),
    ...tlsConfig(environment.tls),
    securityConfig(environment),
    GENERAL,
    milvus.config,
  ];
  return sections.reduce(mergeConfig, {});
}

/** One JSON line an event to the standard output, where the cluster collects it, and the quotas that the image switches on. */
const GENERAL = {
  log: { level: "info", format: "json", stdout: true, file: { rootPath: "" } },
  quotaAndLimits: { enabled: true },
};
