/**
 * The fields of `spec` that the API server lets a StatefulSet change, in the words of its own refusal; all others are as they were
 * made.
 */
export const STATEFUL_SET_MUTABLE: ReadonlySet<string> = new Set([
  "replicas",
  "ordinals",
  "template",
  "updateStrategy",
  "revisionHistoryLimit",
  "persistentVolumeClaimRetentionPolicy",
  "minReadySeconds",
]);
