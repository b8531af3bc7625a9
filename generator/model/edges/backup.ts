import type { Environment } from "../environment.ts";
import { ETCD, ETCD_BACKUP, MILVUS_BACKUP, MINIO, milvusIdentity } from "../identities.ts";
import { ETCD_CLIENT, MILVUS_API, MILVUS_METRICS, MINIO_API } from "../ports.ts";
import { type Edge, namedOrAnyone, podsOf, tcp, tcpPorts } from "./edge.ts";

/** Jobs call what they save, and the places that they read and write objects at. Nobody calls them. */
export function backupEdges(environment: Environment): Edge[] {
  const { backup } = environment;
  return [
    ...(backup.etcd === undefined ? [] : etcdJob(environment)),
    ...(backup.milvus === undefined ? [] : milvusJob(environment)),
  ];
}

function etcdJob(environment: Environment): Edge[] {
  const from = [podsOf(ETCD_BACKUP)];
  return [
    { from, to: [podsOf(ETCD)], ports: tcp(ETCD_CLIENT) },
    { from, ...destination(environment) },
  ];
}

/** The API for what there is, and the management API to hold the garbage collector back. */
function milvusJob(environment: Environment): Edge[] {
  const from = [podsOf(MILVUS_BACKUP)];
  const milvus = { from, to: [podsOf(milvusIdentity("proxy"))], ports: tcp(MILVUS_METRICS, MILVUS_API) };
  const places = environment.backup.destination.isOwn
    ? [ownStorage(environment)]
    : [ownStorage(environment), destination(environment)];
  return [milvus, ...places.map((place) => ({ from, ...place }))];
}

function destination(environment: Environment): Omit<Edge, "from"> {
  const { isOwn, port } = environment.backup.destination;
  if (isOwn) return ownStorage(environment);
  return { to: namedOrAnyone(environment.network.egress.backup), ports: tcpPorts([port]) };
}

function ownStorage({ objectStorage, network }: Environment): Omit<Edge, "from"> {
  if (objectStorage.type === "minio") return { to: [podsOf(MINIO)], ports: tcp(MINIO_API) };
  return { to: namedOrAnyone(network.egress.objectStorage), ports: tcpPorts([objectStorage.port]) };
}
