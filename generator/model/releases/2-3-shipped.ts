/** Bytes. */
const MIB = 1_048_576;

/**
 * Where the `milvus.yaml` in the images of 2.3 differs from the binary's own defaults (2.3.3 and 2.3.21 compared, `configs` with
 * `pkg/util/paramtable`). Our file takes that file's place, so without these lines Milvus would run with values that nobody tests:
 * 64 collections in a database, no disk index, a balancer that looks every 10 s. Ports, logs and addresses are in every family's file.
 */
export const SHIPPED_2_3 = {
  common: { session: { ttl: 30 } },
  dataCoord: { channel: { watchTimeoutInterval: 300 }, segment: { diskSegmentMaxSize: 2048 } },
  indexNode: { enableDisk: true },
  proxy: {
    accessLog: { filename: "" },
    grpc: {
      clientMaxRecvSize: 64 * MIB,
      clientMaxSendSize: 256 * MIB,
      serverMaxRecvSize: 64 * MIB,
      serverMaxSendSize: 256 * MIB,
    },
    maxTaskNum: 1024,
  },
  queryCoord: { checkInterval: 1000, taskMergeCap: 1 },
  queryNode: {
    cache: { enabled: true },
    loadMemoryUsageFactor: 1,
    // One setting under two names: `growing` in early patches, `interimIndex` in late ones.
    segcore: { growing: { enableIndex: true }, interimIndex: { enableIndex: true } },
  },
  quotaAndLimits: { limits: { maxCollectionNumPerDB: 65_536 } },
  trace: { exporter: "stdout" },
};
