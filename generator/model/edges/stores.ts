import type { Environment, ExternalStorage } from "../environment.ts";
import { ETCD, MINIO } from "../identities.ts";
import type { Egress } from "../network.ts";
import { ETCD_CLIENT, ETCD_PEER, MINIO_API } from "../ports.ts";
import { type Edge, namedOrAnyone, type Party, podsOf, tcp, tcpPorts } from "./edge.ts";
import { ROLES, rolePods } from "./milvus.ts";
import { portOf } from "./port-of.ts";

const MILVUS = rolePods(ROLES);

/** Every role keeps its session in etcd. Members call each other as peers, and as clients when a person asks for all of them. */
export function etcdEdges({ etcd, network }: Environment): Edge[] {
  if (etcd.mode === "external") {
    return [{ from: [MILVUS], to: namedOrAnyone(network.egress.etcd), ports: tcpPorts(etcd.endpoints.map(portOf)) }];
  }
  const members = podsOf(ETCD);
  return [
    { from: [MILVUS, members], to: [members], ports: tcp(ETCD_CLIENT) },
    { from: [members], to: [members], ports: tcp(ETCD_PEER) },
  ];
}

/** Every role reads the bucket's address and keys. Servers of MinIO call each other where clients do; its console has no client. */
export function objectStorageEdges({ objectStorage, network }: Environment): Edge[] {
  if (objectStorage.type === "external") return externalStorage(objectStorage, network.egress);
  const servers = podsOf(MINIO);
  return [{ from: [MILVUS, servers], to: [servers], ports: tcp(MINIO_API) }];
}

function externalStorage(storage: ExternalStorage, egress: Egress): Edge[] {
  const bucket = { from: [MILVUS], to: namedOrAnyone(egress.objectStorage), ports: tcpPorts([storage.port]) };
  return storage.auth === "keys" ? [bucket] : [bucket, ...identity(storage, egress)];
}

/** Where clouds answer pods about their identity, without a name: link-local, and an address of Alibaba Cloud's own. */
const METADATA_SERVERS: readonly Party[] = ["169.254.0.0/16", "100.100.100.200/32"].map((cidr) => ({
  type: "addresses",
  cidr,
}));

/** HTTP, and 988 where GKE's metadata server listens behind its address. */
const METADATA_PORTS = tcpPorts([80, 988]);

/** An identity becomes credentials by a call to the cloud's token service or to the metadata server. */
function identity({ iamEndpoint }: ExternalStorage, egress: Egress): Edge[] {
  const own = iamEndpoint === undefined ? [] : [portOf(iamEndpoint)];
  return [
    { from: [MILVUS], to: namedOrAnyone(egress.identity), ports: tcpPorts([443, ...own]) },
    { from: [MILVUS], to: METADATA_SERVERS, ports: METADATA_PORTS },
  ];
}
