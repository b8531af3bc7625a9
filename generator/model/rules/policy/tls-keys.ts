import type { Tls } from "../../environment.ts";
import { milvusKey } from "./milvus-key.ts";
import type { Owner } from "./owned-keys.ts";

/** Keys by how they begin, where a switch of `tls` sets them. With the switch off they are free, for a store outside. */
const OWNED: Readonly<Record<"etcd" | "objectStorage" | "pulsar" | "milvus" | "internal", readonly string[]>> = {
  etcd: ["etcd.ssl."],
  objectStorage: ["minio.ssl.", "SSL_CERT_FILE"],
  pulsar: ["SSL_CERT_FILE"],
  milvus: [
    ...["common.security.tlsMode", "tls.serverPemPath", "tls.serverKeyPath", "tls.caPemPath"],
    ...["proxy.http.port", "proxy.http.enabled"],
  ],
  internal: ["common.security.internaltlsEnabled", "internaltls."],
};

/** The switch that sets a key of Milvus, where one that is on does. */
export function tlsOwnerOf(tls: Tls, name: string): Owner | undefined {
  const key = milvusKey(name);
  const field = FIELDS.find(
    (one) => tls[one] !== false && tls[one] !== "off" && OWNED[one].some((begin) => key.startsWith(milvusKey(begin))),
  );
  if (field === undefined) return undefined;
  return { message: `The generator sets it from tls.${field}.`, remedy: `Remove it, and use tls.${field}.` };
}

const FIELDS = Object.keys(OWNED) as (keyof typeof OWNED)[];
