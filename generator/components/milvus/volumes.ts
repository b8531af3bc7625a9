import { ephemeralClaim } from "../../kubernetes/claim.ts";
import type { Environment, Role } from "../../model/environment.ts";
import { roleIdentity } from "../../model/identities.ts";
import { RELEASES } from "../../model/releases/index.ts";
import { mountedCertificates } from "./certificates.ts";
import { CONFIG_MAP } from "./config/index.ts";
import { CA_KEY, KAFKA_CA_FOLDER } from "./config/kafka.ts";

interface MountedVolume {
  readonly name: string;
  readonly source: object;
  readonly mount: { readonly mountPath: string; readonly subPath?: string; readonly readOnly?: boolean };
}

/**
 * Everything a role reads and writes. The same with a writable root, since the image's user may write only to these folders; and
 * never a claim that outlives its pod, because query and index nodes empty their folder when they start.
 */
export function volumes(environment: Environment, role: Role): MountedVolume[] {
  return [
    configFile(RELEASES[environment.milvus.family].configFile),
    scratch(role),
    folder("run", "/run/milvus", "1Mi"),
    folder("tmp", "/tmp", "256Mi"),
    ...kafkaAuthority(environment),
    ...mountedCertificates(environment, role.name),
  ];
}

/** A single file, because the folder holds the image's own configuration. */
function configFile(file: string): MountedVolume {
  return {
    name: "config",
    source: { configMap: { name: CONFIG_MAP } },
    mount: { mountPath: `/milvus/configs/${file}`, subPath: file, readOnly: true },
  };
}

function scratch(role: Role): MountedVolume {
  const { localStorage: size, localStorageClass: storageClass } = role;
  const onNode = folder("data", "/var/lib/milvus", size);
  if (storageClass === undefined) return onNode;
  return { ...onNode, source: ephemeralClaim(roleIdentity(role), { size, storageClass }) };
}

function folder(name: string, mountPath: string, sizeLimit: string): MountedVolume {
  return { name, source: { emptyDir: { sizeLimit } }, mount: { mountPath } };
}

function kafkaAuthority({ messageQueue }: Environment): MountedVolume[] {
  if (messageQueue.type !== "kafka" || messageQueue.caSecretName === undefined) return [];
  const items = [{ key: CA_KEY, path: CA_KEY }];
  return [
    {
      name: "kafka-ca",
      source: { secret: { secretName: messageQueue.caSecretName, items } },
      mount: { mountPath: KAFKA_CA_FOLDER, readOnly: true },
    },
  ];
}
