import type { Environment, Etcd } from "../../../model/environment.ts";
import { ETCD, headlessName } from "../../../model/identities.ts";
import { ETCD_CLIENT } from "../../../model/ports.ts";

/**
 * Where the metadata lies. Members are named one by one, as milvus-helm does since 5.0: the client then leaves a member that hangs,
 * which a connection through the Service would not. The names are short, so the file is the same in every namespace.
 */
export function etcdConfig(etcd: Environment["etcd"]) {
  return {
    etcd: { endpoints: etcd.mode === "internal" ? members(etcd) : [...etcd.endpoints], rootPath: etcd.rootPath },
    metastore: { type: "etcd" },
  };
}

function members(etcd: Etcd): string[] {
  const { name } = ETCD;
  return Array.from({ length: etcd.replicas }, (_, ordinal) => `${name}-${ordinal}.${headlessName(ETCD)}:${ETCD_CLIENT.port}`);
}
