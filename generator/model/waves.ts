import type { RoleName } from "./environment.ts";

/**
 * The order in which Argo CD rolls an environment out: a wave starts when all of the wave before it is healthy, and pruning runs
 * backwards.
 */
export const WAVE = {
  namespace: -3,
  secrets: -2,
  authority: -2,
  /** With the issuer that signs them, and before the first server that waits for one. */
  certificates: -1,
  /** What each pod may do, and then the policy that forbids everything else: a running environment that gets both is never cut off. */
  policies: -2,
  isolation: -1,
  /** A quota that grows must be there before the pods that it makes room for. */
  quota: -1,
  /** etcd, MinIO, ZooKeeper and a standalone Pulsar know nothing of each other. */
  stores: 0,
  bookkeeper: 1,
  /** After etcd, and before the roles that sign in. */
  etcdAccounts: 1,
  broker: 2,
  pulsarProxy: 3,
  /** What all Milvus roles share: the ServiceAccount and the configuration. */
  milvus: 3,
  /** A Service of type LoadBalancer, an Ingress or a route is healthy only with an address, so nothing waits for it. */
  exposure: 20,
  /** With the Service through which it reaches the proxies. */
  rootPassword: 20,
  /** It calls the proxies, and nothing waits for it. */
  attu: 20,
  /** With the last, so that a cluster that lacks these kinds still has all the rest. */
  monitoring: 20,
  /** An autoscaler is unhealthy without metrics, and for a while after every roll-out, so nothing waits for it either. */
  autoscaling: 20,
  /** A backup that failed makes its CronJob unhealthy, which must hold back no roll-out. */
  backup: 20,
} as const;

/**
 * One wave a role, the same in every family, so that a version change rolls in upstream's order (milvus-operator
 * `dependency_graph.go`). In 2.6 mixcoord goes before streamingnode, which waits for a mixcoord of its own version
 * (milvus-operator#446).
 */
export const ROLE_WAVE: Readonly<Record<RoleName, number>> = {
  indexNode: 4,
  rootCoord: 5,
  mixCoord: 5,
  dataCoord: 6,
  streamingNode: 6,
  queryCoord: 7,
  queryNode: 8,
  dataNode: 9,
  proxy: 10,
};
