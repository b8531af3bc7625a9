import type { Family } from "../environment.ts";

interface TlsSince {
  /** The first patch that can be told an authority for object storage (`minio.ssl.tlsCACert`, milvus#31292 with the repair #31618). */
  readonly storageAuthority: string;
  /** The first patch that encrypts between roles (`internaltls`, milvus#36864); undefined where none does. */
  readonly internal: string | undefined;
}

/** What of encryption not every patch has. The rest, etcd's and that of the API, is in all of them from 2.3.0 on. */
export const TLS_SINCE: Readonly<Record<Family, TlsSince>> = {
  "2.3": { storageAuthority: "2.3.13", internal: undefined },
  "2.4": { storageAuthority: "2.4.0", internal: undefined },
  "2.5": { storageAuthority: "2.5.0", internal: "2.5.0" },
  "2.6": { storageAuthority: "2.6.0", internal: "2.6.0" },
};
