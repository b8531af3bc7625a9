import { TLS_KEYS } from "../model/certificates.ts";

/** For each key of the Secret that is wanted, the file of the folder that holds it. */
export type CertificateFiles = Partial<Record<keyof typeof TLS_KEYS, string>>;

/** Read by the pod's group, and by nobody else in the container. */
const MODE = 0o440;

/** A Secret with a certificate as a folder. The kubelet brings a renewed one within two minutes, which it would not for a `subPath`. */
export function certificateVolume(secretName: string, files: CertificateFiles) {
  const items = (Object.keys(files) as (keyof typeof TLS_KEYS)[]).map((key) => ({ key: TLS_KEYS[key], path: files[key] }));
  return { secret: { secretName, defaultMode: MODE, items } };
}
