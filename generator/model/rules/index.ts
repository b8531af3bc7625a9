import { oneConsole } from "./across/one-console.ts";
import { oneEntrance } from "./across/one-entrance.ts";
import { oneNamespace } from "./across/one-namespace.ts";
import { oneOwnerOfData } from "./across/one-owner-of-data.ts";
import { unusedInProfiles } from "./across/unused-in-profiles.ts";
import { attuBehindPassword } from "./attu/behind-password.ts";
import { attuEncrypted } from "./attu/encrypted.ts";
import { attuImage } from "./attu/image.ts";
import { etcdAuthentication } from "./authentication/etcd.ts";
import { milvusAuthentication } from "./authentication/milvus.ts";
import { pulsarAuthentication } from "./authentication/pulsar.ts";
import { backupDestination } from "./backup/destination.ts";
import { backupPossible } from "./backup/possible.ts";
import { GPU_RULES } from "./gpu/index.ts";
import { digests } from "./images/digests.ts";
import { etcdImage } from "./images/etcd-image.ts";
import { inheritedDigest } from "./images/inherited-digest.ts";
import { minioImage } from "./images/minio-image.ts";
import { registries } from "./images/registries.ts";
import { namespace } from "./names/namespace.ts";
import { encryptedEntrance } from "./network/encrypted-entrance.ts";
import { nodePort } from "./network/node-port.ts";
import { groupLabel } from "./policy/group-label.ts";
import { milvusKeys } from "./policy/milvus-keys.ts";
import { mmapFolder } from "./policy/mmap-folder.ts";
import { stopTimeout } from "./policy/stop-timeout.ts";
import { unknownKeys } from "./policy/unknown-keys.ts";
import { bookkeeperCopies } from "./quorum/bookkeeper-copies.ts";
import { etcdMembers } from "./quorum/etcd-members.ts";
import { minioDrives } from "./quorum/minio-drives.ts";
import { singlePulsar } from "./quorum/single-pulsar.ts";
import { zookeeperMembers } from "./quorum/zookeeper-members.ts";
import type { AcrossRule, Rule } from "./rule.ts";
import { autoscaling } from "./scaling/autoscaling.ts";
import { quota } from "./scaling/quota.ts";
import { certificateLife } from "./secrets/certificate-life.ts";
import { sealedValues } from "./secrets/sealed-values.ts";
import { etcdCompaction } from "./storage/etcd-compaction.ts";
import { etcdQuota } from "./storage/etcd-quota.ts";
import { etcdTiming } from "./storage/etcd-timing.ts";
import { javaMemory } from "./storage/java-memory.ts";
import { localStorage } from "./storage/local-storage.ts";
import { requestsBelowLimits } from "./storage/requests-below-limits.ts";
import { snapshotDisk } from "./storage/snapshot-disk.ts";
import { storageClasses } from "./storage/storage-classes.ts";
import { noUnusedFields } from "./unused/index.ts";
import { milvusFeatures } from "./versions/milvus-features.ts";
import { milvusRoles } from "./versions/milvus-roles.ts";
import { milvusTag } from "./versions/milvus-tag.ts";
import { milvusTls } from "./versions/milvus-tls.ts";
import { pulsarImage } from "./versions/pulsar-image.ts";
import { pulsarTenant } from "./versions/pulsar-tenant.ts";
import { resourceGroups } from "./versions/resource-groups.ts";

/** Rules about one environment. A new one is a line here and a file in `test/invalid/`. */
export const RULES: readonly Rule[] = [
  ...[namespace, nodePort, sealedValues, noUnusedFields],
  ...[etcdMembers, zookeeperMembers, bookkeeperCopies, minioDrives, singlePulsar],
  ...[requestsBelowLimits, javaMemory, localStorage, etcdQuota, etcdTiming, etcdCompaction, storageClasses],
  ...[digests, inheritedDigest, registries, minioImage, etcdImage],
  ...[milvusFeatures, milvusRoles, milvusTag, resourceGroups, pulsarImage, pulsarTenant],
  ...[milvusKeys, stopTimeout, unknownKeys, mmapFolder, groupLabel],
  ...GPU_RULES,
  ...[autoscaling, quota],
  ...[milvusTls, encryptedEntrance, certificateLife],
  ...[backupDestination, backupPossible, snapshotDisk],
  ...[attuBehindPassword, attuImage, attuEncrypted],
  ...[milvusAuthentication, pulsarAuthentication, etcdAuthentication],
];

/** Rules about what environments share. */
export const ACROSS_RULES: readonly AcrossRule[] = [oneNamespace, oneEntrance, oneConsole, oneOwnerOfData];

/** Rules that say "no environment does", which takes all of them. */
export const COMPLETE_RULES: readonly AcrossRule[] = [unusedInProfiles];
