import { type EnvVar, envField, envSecret, envValue } from "../../kubernetes/env.ts";
import { containerSecurityContext } from "../../kubernetes/pod-security.ts";
import { containerResources } from "../../kubernetes/resources.ts";
import { containerPorts } from "../../kubernetes/service.ts";
import type { Environment, Minio, Secrets } from "../../model/environment.ts";
import { imageReference } from "../../model/images.ts";
import { MINIO_API, MINIO_CONSOLE } from "../../model/ports.ts";
import { OBJECT_STORAGE_KEYS, requireSecret } from "../../model/secrets.ts";
import { CERTIFICATE_MOUNT, CERTIFICATES } from "./certificates.ts";
import { minioProbes } from "./probes.ts";
import { drives, topology } from "./topology.ts";

/** The one folder besides the drives that MinIO writes to: temporary files and its folder of certificates. */
export const TEMPORARY = { name: "tmp", mountPath: "/tmp" };

/** The server. Everything that servers must agree on is in its arguments and variables, the same in every pod. */
export function minioContainer(environment: Environment, minio: Minio) {
  const isEncrypted = environment.tls.objectStorage;
  return {
    name: "minio",
    image: imageReference(minio.image),
    imagePullPolicy: environment.imagePullPolicy,
    args: [
      "server",
      `--address=:${MINIO_API.port}`,
      `--console-address=:${MINIO_CONSOLE.port}`,
      // Without certificates MinIO creates the folder; its default is the home of a user that the image does not have.
      `--certs-dir=${isEncrypted ? CERTIFICATES.mountPath : `${TEMPORARY.mountPath}/certs`}`,
      topology(minio, isEncrypted),
    ],
    env: env(environment.secrets, minio),
    ports: containerPorts([MINIO_API, MINIO_CONSOLE]),
    ...minioProbes(isEncrypted),
    resources: containerResources(minio.resources),
    securityContext: containerSecurityContext(true),
    volumeMounts: [
      ...[...drives(minio), TEMPORARY].map(({ name, mountPath }) => ({ name, mountPath })),
      ...(isEncrypted ? [CERTIFICATE_MOUNT] : []),
    ],
  };
}

function env(secrets: Secrets, minio: Minio): EnvVar[] {
  const { name } = requireSecret(secrets, "objectStorage");
  return [
    envField("POD_NAMESPACE", "metadata.namespace"),
    envSecret("MINIO_ROOT_USER", name, OBJECT_STORAGE_KEYS.user),
    envSecret("MINIO_ROOT_PASSWORD", name, OBJECT_STORAGE_KEYS.password),
    // Metrics without a bearer token: the Service is reachable only inside the cluster.
    envValue("MINIO_PROMETHEUS_AUTH_TYPE", "public"),
    // The version comes from Git: no replacing of the binary in a running pod.
    envValue("MINIO_UPDATE", "off"),
    ...parity(minio),
  ];
}

function parity(minio: Minio): EnvVar[] {
  return minio.parity === undefined ? [] : [envValue("MINIO_STORAGE_CLASS_STANDARD", `EC:${minio.parity}`)];
}
