import type { Environment, Etcd } from "../../../model/environment.ts";
import { ETCD, headlessName } from "../../../model/identities.ts";
import { ETCD_CLIENT } from "../../../model/ports.ts";
import { OWN } from "../certificates.ts";

/**
 * Where the metadata lies. Members are named one by one, as milvus-helm does since 5.0: the client then leaves a member that hangs,
 * which a connection through the Service would not. The names are short, so the file is the same in every namespace.
 */
export function etcdConfig({ authentication, etcd, tls }: Pick<Environment, "authentication" | "etcd" | "tls">) {
  return {
    etcd: {
      endpoints: etcd.mode === "internal" ? members(etcd) : [...etcd.endpoints],
      rootPath: etcd.rootPath,
      ...(authentication.etcd.enabled ? { auth: { enabled: true } } : {}),
      ...(tls.etcd ? { ssl: SSL } : {}),
    },
    metastore: { type: "etcd" },
  };
}

/**
 * Milvus verifies members by the names above, and wants a certificate of its own whether etcd asks for one or not. It passes over the
 * `_` (milvus `pkg/config`, formatKey); scanners take a ConfigMap with `Key:` in it for one with a key.
 */
const SSL = {
  enabled: true,
  tlsCert: OWN.paths.certificate,
  tlsKey_: OWN.paths.key,
  tlsCACert: OWN.paths.authority,
  tlsMinVersion: 1.3,
};

function members(etcd: Etcd): string[] {
  const { name } = ETCD;
  return Array.from({ length: etcd.replicas }, (_, ordinal) => `${name}-${ordinal}.${headlessName(ETCD)}:${ETCD_CLIENT.port}`);
}
