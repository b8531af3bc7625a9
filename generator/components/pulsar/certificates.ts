import { certificateVolume } from "../../kubernetes/certificate-volume.ts";
import type { Environment } from "../../model/environment.ts";
import type { SecretFolder } from "./volumes.ts";

const FOLDER = "/pulsar/tls";
const FILES = { certificate: "tls.crt", key: "tls.key", authority: "ca.crt" } as const;

/** Where a server finds its certificate, its key, and the authority that signed it. */
export const PATHS = {
  certificate: `${FOLDER}/${FILES.certificate}`,
  key: `${FOLDER}/${FILES.key}`,
  authority: `${FOLDER}/${FILES.authority}`,
};

/** The folder of a server's certificate, where there is one. */
export function certificateFolder({ tls }: Environment, secretName: string): SecretFolder[] {
  return tls.pulsar ? [{ name: "tls", mountPath: FOLDER, source: certificateVolume(secretName, FILES) }] : [];
}
