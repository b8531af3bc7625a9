import { certificateVolume } from "../../kubernetes/certificate-volume.ts";
import { TLS_SECRETS } from "../../model/certificates.ts";

/** What MinIO looks for in its folder of certificates (MinIO docs, Network Encryption); in `CAs`, whom it trusts. */
const FILES = { certificate: "public.crt", key: "private.key", authority: "CAs/ca.crt" } as const;

/** MinIO reads the files again every ten seconds (MinIO `cmd/common-main.go`, `getTLSConfig`). */
export const CERTIFICATES = { name: "certs", mountPath: "/etc/minio/certs" } as const;
export const CERTIFICATE_VOLUME = { name: CERTIFICATES.name, ...certificateVolume(TLS_SECRETS.minio, FILES) };
export const CERTIFICATE_MOUNT = { ...CERTIFICATES, readOnly: true };
