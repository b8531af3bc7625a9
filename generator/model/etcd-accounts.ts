import type { Environment } from "./environment.ts";

/** The users of an etcd of ours: `root`, whom etcd itself knows by that name, for people and snapshots; and Milvus' own. */
export const ETCD_USER = { root: "root", milvus: "milvus" } as const;

/**
 * The prefixes that Milvus reads and writes. All keys of its own lie under the root path (milvus `pkg/util/paramtable`, EtcdConfig, and
 * `pkg/config/etcd_source.go`); Woodpecker's do not (woodpecker `meta/constant.go`, ServicePrefix).
 */
export function etcdPrefixes({ etcd, messageQueue }: Pick<Environment, "etcd" | "messageQueue">): readonly string[] {
  return [`${etcd.rootPath}/`, ...(messageQueue.type === "woodpecker" ? ["woodpecker/"] : [])];
}

/** Whether those who show no password are turned away by an etcd of ours. */
export function asksForPasswords({ authentication, etcd }: Pick<Environment, "authentication" | "etcd">): boolean {
  return etcd.mode === "internal" && authentication.etcd.enabled && authentication.etcd.enforced;
}

/** The annotation of Milvus' pods that says so. */
export const ETCD_ASKS = "gitops.milvus.dev/etcd-asks";
