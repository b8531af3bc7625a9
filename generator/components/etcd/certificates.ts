import { certificateVolume } from "../../kubernetes/certificate-volume.ts";
import { type EnvVar, envValue } from "../../kubernetes/env.ts";
import { TLS_SECRETS } from "../../model/certificates.ts";
import { ETCD_CLIENT } from "../../model/ports.ts";

const FOLDER = "/etc/etcd/tls";
const FILES = { certificate: "tls.crt", key: "tls.key", authority: "ca.crt" } as const;

/** The certificate of the members, as a volume and its mount. */
export const CERTIFICATE_VOLUME = { name: "tls", ...certificateVolume(TLS_SECRETS.etcd, FILES) };
export const CERTIFICATE_MOUNT = { name: "tls", mountPath: FOLDER, readOnly: true };

/** So that `etcdctl` in a member's pod, as in the runbooks, reaches that member without flags. */
export const CLIENT_ENV: readonly EnvVar[] = [
  envValue("ETCDCTL_ENDPOINTS", `https://127.0.0.1:${ETCD_CLIENT.port}`),
  envValue("ETCDCTL_CACERT", `${FOLDER}/${FILES.authority}`),
  envValue("ETCDCTL_CERT", `${FOLDER}/${FILES.certificate}`),
  envValue("ETCDCTL_KEY", `${FOLDER}/${FILES.key}`),
];

/**
 * Clients and members show a certificate of the same authority, or are refused. Flags beside the program's name, and not variables
 * as all the rest: there scanners look for them. etcd reads the files at every handshake, and the authority when it starts
 * (etcd `client/pkg/transport/listener.go`).
 */
export const TLS_FLAGS: readonly string[] = [
  `--cert-file=${FOLDER}/${FILES.certificate}`,
  `--key-file=${FOLDER}/${FILES.key}`,
  `--trusted-ca-file=${FOLDER}/${FILES.authority}`,
  "--client-cert-auth=true",
  `--peer-cert-file=${FOLDER}/${FILES.certificate}`,
  `--peer-key-file=${FOLDER}/${FILES.key}`,
  `--peer-trusted-ca-file=${FOLDER}/${FILES.authority}`,
  "--peer-client-cert-auth=true",
];
