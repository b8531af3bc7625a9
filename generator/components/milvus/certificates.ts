import { certificateVolume } from "../../kubernetes/certificate-volume.ts";
import { hasMilvusCertificate, TLS_SECRETS } from "../../model/certificates.ts";
import type { Environment, RoleName } from "../../model/environment.ts";

const FILES = { certificate: "tls.crt", key: "tls.key", authority: "ca.crt" } as const;

/** Where a role finds a certificate, its key, and the authority that signed it. */
interface Paths {
  readonly certificate: string;
  readonly key: string;
  readonly authority: string;
}

/** The certificate of every role, and that of the proxies alone. */
export const OWN = certificate("tls", TLS_SECRETS.milvus, "/etc/milvus/tls");
export const API = certificate("proxy-tls", TLS_SECRETS.proxy, "/etc/milvus/proxy-tls");

/** The certificates that a role mounts. Milvus reads them when it starts, and never again. */
export function mountedCertificates(environment: Environment, role: RoleName) {
  const { tls } = environment;
  return [
    ...(hasMilvusCertificate(environment) ? [OWN.volume] : []),
    ...(role === "proxy" && tls.milvus !== "off" ? [API.volume] : []),
  ];
}

function certificate(name: string, secretName: string, folder: string) {
  const paths: Paths = {
    certificate: `${folder}/${FILES.certificate}`,
    key: `${folder}/${FILES.key}`,
    authority: `${folder}/${FILES.authority}`,
  };
  const volume = { name, source: certificateVolume(secretName, FILES), mount: { mountPath: folder, readOnly: true } };
  return { paths, volume };
}
