import * as argocd from "./argocd.ts";
import * as autoscaling from "./autoscaling.ts";
import * as availability from "./availability.ts";
import * as backup from "./backup.ts";
import * as capacity from "./capacity.ts";
import { devicesChanged } from "./devices.ts";
import * as encryption from "./encryption.ts";
import { entranceGuardRemoved } from "./entrance-guard.ts";
import * as exposure from "./exposure.ts";
import * as guards from "./guards.ts";
import * as images from "./images.ts";
import { immutableField } from "./immutable.ts";
import * as logStore from "./log-store.ts";
import { namespaceSecurityWeakened } from "./namespace-security.ts";
import * as network from "./network.ts";
import * as otherwise from "./otherwise.ts";
import * as passwords from "./passwords.ts";
import { podSecurityWeakened } from "./pod-security.ts";
import * as removals from "./removals.ts";
import { resourceGroupLeft } from "./resource-groups.ts";
import * as restarts from "./restarts.ts";
import type { Rule } from "./rule.ts";
import { scratchVolumeChanged } from "./scratch-volumes.ts";
import * as secrets from "./secrets.ts";
import * as settings from "./settings.ts";
import * as tokens from "./tokens.ts";

/** Every rule by the name that verdicts carry. A change gets the highest risk that any of them gives. */
export const RULES = {
  "pods-restart": restarts.podsRestart,
  "capacity-dips": restarts.capacityDips,
  "wave-changed": restarts.waveChanged,

  "fewer-replicas": capacity.fewerReplicas,
  "more-replicas": capacity.moreReplicas,
  "replicas-left-out": autoscaling.replicasLeftOut,
  "replicas-fixed": autoscaling.replicasFixed,
  "autoscaler-narrowed": autoscaling.autoscalerNarrowed,
  "keda-counts": autoscaling.kedaCounts,
  "autoscaler-removed": autoscaling.autoscalerRemoved,
  "members-changed": capacity.membersChanged,
  "limit-lowered": capacity.limitLowered,
  "request-lowered": capacity.requestLowered,
  "memory-below-heap": capacity.memoryBelowHeap,
  "devices-changed": devicesChanged,
  "scratch-volume-changed": scratchVolumeChanged,
  "resource-group-left": resourceGroupLeft,

  "log-retention-shortened": logStore.logRetentionShortened,
  "log-store-reduced": logStore.logStoreReduced,

  "immutable-field": immutableField,

  "data-removed": removals.dataRemoved,
  "application-removed": removals.applicationRemoved,
  "object-removed": removals.objectRemoved,

  "prune-guard-removed": guards.pruneGuardRemoved,
  "delete-guard-removed": guards.deleteGuardRemoved,
  "replacement-forced": guards.replacementForced,
  "retention-delete": guards.retentionDelete,
  "finalizer-added": guards.finalizerAdded,
  "claim-template-unguarded": guards.claimTemplateUnguarded,

  "budget-removed": availability.budgetRemoved,
  "budget-loosened": availability.budgetLoosened,
  "budget-blocks": availability.budgetBlocks,
  "probe-removed": availability.probeRemoved,
  "grace-shortened": availability.graceShortened,
  "strategy-weakened": availability.strategyWeakened,
  "spread-loosened": availability.spreadLoosened,

  "pod-security-weakened": podSecurityWeakened,
  "namespace-security-weakened": namespaceSecurityWeakened,
  "plain-secret": secrets.plainSecret,
  "permissions-changed": secrets.permissionsChanged,
  "network-policy-added": network.networkPolicyAdded,
  "network-policy-removed": network.networkPolicyRemoved,
  "network-policy-changed": network.networkPolicyChanged,
  "exposure-widened": exposure.exposureWidened,
  "source-ranges-widened": exposure.sourceRangesWidened,
  "traffic-policy-changed": exposure.trafficPolicyChanged,
  "entrance-added": exposure.entranceAdded,
  "entrance-changed": exposure.entranceChanged,
  "tls-removed": exposure.tlsRemoved,
  "entrance-guard-removed": entranceGuardRemoved,
  "service-selector-changed": exposure.serviceSelectorChanged,
  "service-ports-changed": exposure.servicePortsChanged,

  "image-repository": images.imageRepository,
  "digest-dropped": images.digestDropped,
  "digest-changed": images.digestChanged,
  "version-up": images.versionUp,
  "family-up": images.familyUp,
  "families-skipped": images.familiesSkipped,
  "version-down": images.versionDown,
  "family-down": images.familyDown,
  "build-changed": images.buildChanged,
  "tag-changed": images.tagChanged,

  "data-moved": settings.dataMoved,
  "store-moved": settings.storeMoved,
  "authorization-on": settings.authorizationOn,
  "authorization-off": settings.authorizationOff,
  "tokens-asked": tokens.tokensAsked,
  "tokens-not-asked": tokens.tokensNotAsked,
  "passwords-asked": passwords.passwordsAsked,
  "passwords-not-asked": passwords.passwordsNotAsked,
  "encryption-off": settings.encryptionOff,
  "encryption-on": encryption.encryptionOn,
  "certificate-removed": encryption.certificateRemoved,
  "issuer-changed": encryption.issuerChanged,

  "backup-removed": backup.backupRemoved,
  "backup-moved": backup.backupMoved,

  "destination-moved": argocd.destinationMoved,
  "source-moved": argocd.sourceMoved,
  "automation-switched": argocd.automationSwitched,
  "prune-switched": argocd.pruneSwitched,
  "self-heal-switched": argocd.selfHealSwitched,
  "empty-allowed": argocd.emptyAllowed,
  "project-widened": argocd.projectWidened,
  "sync-windows-removed": argocd.syncWindowsRemoved,
} as const satisfies Readonly<Record<string, Rule>>;

/** Asked only where none of the others has anything to say. */
export const OTHERWISE = {
  "object-added": otherwise.objectAdded,
  "only-labels": otherwise.onlyLabels,
  "changed-in-place": otherwise.changedInPlace,
} as const satisfies Readonly<Record<string, Rule>>;

export type RuleName = keyof typeof RULES | keyof typeof OTHERWISE;
