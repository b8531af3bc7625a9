import type { Settings } from "../schema/settings.ts";

/** One of everything, small enough for a cluster on a laptop. It stands one failure of nothing. */
export const DEVELOPMENT: Settings = {
  placement: { hosts: "none", zones: "none" },
  etcd: { replicas: 1 },
  objectStorage: { minio: { mode: "standalone", replicas: 1, drivesPerServer: 1 } },
  messageQueue: { pulsar: { mode: "standalone" } },
};
