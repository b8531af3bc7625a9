import type { Profile } from "../../config/profile.ts";
import type { EnvironmentFile } from "../../config/schema/environment.ts";
import type { PlatformFile } from "../../config/schema/platform.ts";
import type { Settings } from "../../config/schema/settings.ts";
import type { Environment, Placement } from "../environment.ts";
import { resolveArgoCd } from "./argocd.ts";
import { resolveAttu } from "./attu.ts";
import { resolveAuthentication } from "./authentication.ts";
import { resolveBackup } from "./backup.ts";
import { resolveEtcd } from "./etcd.ts";
import { resolveExposure } from "./exposure.ts";
import { resolveGates } from "./gates.ts";
import { resolveMessageQueue } from "./message-queue.ts";
import { resolveMilvus } from "./milvus.ts";
import { resolveMonitoring } from "./monitoring.ts";
import { resolveNetwork } from "./network.ts";
import { resolveObjectStorage } from "./object-storage.ts";
import { OWN_CLUSTER } from "./own-cluster.ts";
import { resolveQuota } from "./quota.ts";
import { resolveSecrets } from "./secrets.ts";
import { take } from "./take.ts";
import { resolveTls } from "./tls.ts";

/** An environment as it is written: its folder's name, its file, and what the file says merged over its profiles and the defaults. */
export interface EnvironmentSource {
  readonly name: string;
  readonly file: EnvironmentFile;
  readonly profile: Pick<Profile, "base">;
  readonly settings: Settings;
  readonly hasCustom: boolean;
}

/** The complete environment. Settings that were merged and checked have all it takes; a gap is our bug and throws. */
export function resolveEnvironment(
  platform: PlatformFile,
  { name, file, profile, settings, hasCustom }: EnvironmentSource,
): Environment {
  const general = take("", settings, "labels", "owners", "imagePullSecrets", "imagePullPolicy");
  return {
    name,
    isProduction: profile.base === "production",
    namespace: file.namespace ?? `milvus-${name}`,
    cluster: file.cluster ?? OWN_CLUSTER,
    hasCustom,
    suppressions: file.suppressions ?? [],
    ...general,
    placement: resolvePlacement(settings.placement),
    ...parts(name, settings, platform.images?.mirrors ?? {}),
  };
}

function resolvePlacement(placement: Settings["placement"]): Placement {
  return { ...take("placement", placement, "hosts", "zones"), priorityClassName: placement?.priorityClassName };
}

function parts(name: string, settings: Settings, mirrors: Readonly<Record<string, string>>) {
  const sections = take(
    "",
    settings,
    "argocd",
    "secrets",
    "authentication",
    "etcd",
    "objectStorage",
    "messageQueue",
    "milvus",
    "exposure",
    "gates",
    "monitoring",
    "network",
    "quota",
    "tls",
    "backup",
    "attu",
  );
  const etcd = resolveEtcd(sections.etcd, mirrors);
  const objectStorage = resolveObjectStorage(sections.objectStorage, mirrors);
  const messageQueue = resolveMessageQueue(sections.messageQueue, mirrors);
  const minioImage = sections.objectStorage.minio?.image;
  const tls = resolveTls(sections.tls, { etcd, objectStorage, messageQueue });
  const backup = resolveBackup(sections.backup, { environment: name, etcd, objectStorage, tls, minioImage }, mirrors);
  const milvus = resolveMilvus(sections.milvus, mirrors);
  const exposure = resolveExposure(sections.exposure);
  const authentication = resolveAuthentication(sections.authentication);
  return {
    gates: resolveGates(sections.gates),
    argocd: resolveArgoCd(sections.argocd),
    etcd,
    secrets: resolveSecrets(name, sections.secrets, { etcd, objectStorage, messageQueue, authentication, backup }),
    authentication,
    objectStorage,
    messageQueue,
    milvus,
    monitoring: resolveMonitoring(sections.monitoring),
    exposure,
    network: resolveNetwork(sections.network, exposure),
    quota: resolveQuota(sections.quota),
    tls,
    backup,
    attu: resolveAttu(sections.attu, milvus.family, mirrors),
  };
}
