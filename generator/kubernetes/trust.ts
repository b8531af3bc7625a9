import { TLS_SECRETS } from "../model/certificates.ts";
import type { Tls } from "../model/environment.ts";
import { certificateVolume } from "./certificate-volume.ts";

const AUTHORITY = { authority: "ca.crt" } as const;
const OWN = { certificate: "tls.crt", key: "tls.key" } as const;

/** What a client of something encrypted mounts. */
export interface Trust {
  readonly volume: { readonly name: string };
  readonly mount: { readonly name: string; readonly mountPath: string; readonly readOnly: true };
  /** The file of the authority by which the server is verified. */
  readonly authority: string;
  /** The files of what the client shows; undefined where nobody asks. */
  readonly own: { readonly certificate: string; readonly key: string } | undefined;
}

/** How etcd is called: its members ask everybody for a certificate. Undefined where they speak plain text. */
export function trustInEtcd(tls: Tls): Trust | undefined {
  return tls.etcd ? ofClients() : undefined;
}

/** How the environment's own MinIO is called, which asks nobody. */
export function trustInMinio(tls: Tls): Trust | undefined {
  return tls.objectStorage ? inShownBy(TLS_SECRETS.minio) : undefined;
}

/** How Milvus' API is called, by gRPC and by REST. */
export function trustInMilvus({ milvus }: Tls): Trust | undefined {
  if (milvus === "off") return undefined;
  return milvus === "mutual" ? ofClients() : inShownBy(TLS_SECRETS.proxy);
}

/** The authority alone of what the Secret's owner shows; its key is nobody else's business. */
function inShownBy(secretName: string): Trust {
  return { ...mounted(secretName, AUTHORITY), own: undefined };
}

function ofClients(): Trust {
  const trust = mounted(TLS_SECRETS.client, { ...AUTHORITY, ...OWN });
  const folder = trust.mount.mountPath;
  return { ...trust, own: { certificate: `${folder}/${OWN.certificate}`, key: `${folder}/${OWN.key}` } };
}

function mounted(secretName: string, files: Parameters<typeof certificateVolume>[1]) {
  const mountPath = `/etc/tls/${secretName}`;
  return {
    volume: { name: secretName, ...certificateVolume(secretName, files) },
    mount: { name: secretName, mountPath, readOnly: true },
    authority: `${mountPath}/${AUTHORITY.authority}`,
  } as const;
}
