import type { Etcd, ExternalEtcd } from "../environment.ts";
import { type Mirrors, resolveImage } from "./images.ts";
import type { Section } from "./settings.ts";
import { take } from "./take.ts";
import { resolveVolume, resolveWorkload } from "./workload.ts";

/** Members of its own, or a cluster that exists, of which only the addresses matter. */
export function resolveEtcd(etcd: Section<"etcd">, mirrors: Mirrors): Etcd | ExternalEtcd {
  if (etcd.mode === "external") return { mode: "external", ...take("etcd", etcd, "rootPath", "endpoints") };
  return {
    mode: "internal",
    ...resolveWorkload("etcd", etcd),
    ...take("etcd", etcd, "rootPath", "quotaBackendBytes", "heartbeatInterval", "electionTimeout", "snapshotCount"),
    autoCompaction: take("etcd.autoCompaction", etcd.autoCompaction, "mode", "retention"),
    image: resolveImage("etcd.image", etcd.image, mirrors),
    storage: resolveVolume("etcd.storage", etcd.storage),
  };
}
