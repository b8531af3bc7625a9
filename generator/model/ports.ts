/** A port by the name that Services, containers and probes share. */
export interface Port {
  readonly name: string;
  readonly port: number;
}

export const ETCD_CLIENT: Port = { name: "client", port: 2379 };
export const ETCD_PEER: Port = { name: "peer", port: 2380 };
/** Health and metrics in plain HTTP where clients need a certificate, which neither the kubelet nor Prometheus has. */
export const ETCD_METRICS: Port = { name: "metrics", port: 2381 };

export const MINIO_API: Port = { name: "api", port: 9000 };
export const MINIO_CONSOLE: Port = { name: "console", port: 9001 };

export const ZOOKEEPER_CLIENT: Port = { name: "client", port: 2181 };
export const ZOOKEEPER_FOLLOWER: Port = { name: "follower", port: 2888 };
export const ZOOKEEPER_ELECTION: Port = { name: "election", port: 3888 };
/** HTTP of ZooKeeper, bookies and autorecovery: metrics and, for bookies, health. */
export const PULSAR_METRICS: Port = { name: "http", port: 8000 };
export const BOOKIE: Port = { name: "bookie", port: 3181 };
/** The binary protocol of broker, proxy and standalone. */
export const PULSAR_BINARY: Port = { name: "pulsar", port: 6650 };
/** The same over TLS. */
export const PULSAR_BINARY_TLS: Port = { name: "pulsar-ssl", port: 6651 };
/** The admin API of broker, proxy and standalone. */
export const PULSAR_HTTP: Port = { name: "http", port: 8080 };
/** The admin API over TLS: brokers and proxies alone call it, because Milvus knows `http` only. */
export const PULSAR_HTTPS: Port = { name: "https", port: 8443 };

export const MILVUS_API: Port = { name: "milvus", port: 19530 };
/** Milvus' REST API where the API is encrypted: it then refuses to share the port of gRPC (milvus#46312). */
export const MILVUS_REST: Port = { name: "rest", port: 8080 };
export const MILVUS_INTERNAL: Port = { name: "internal", port: 19529 };
/** Health, metrics and management of every Milvus role. */
export const MILVUS_METRICS: Port = { name: "metrics", port: 9091 };

export const ATTU_HTTP: Port = { name: "http", port: 3000 };
