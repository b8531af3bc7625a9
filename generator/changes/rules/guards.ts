import { read, readMaps } from "../value.ts";
import { cascades } from "./removals.ts";
import { onChange, onResult, type Rule, when } from "./rule.ts";
import { isGuarded, replacesObject, syncOptionsOf } from "./sync-options.ts";

/** Nothing keeps Argo CD any more from removing the object when it leaves Git. */
export const pruneGuardRemoved: Rule = onChange(({ before, after }) =>
  when(
    isGuarded(before, "Prune") && !isGuarded(after, "Prune"),
    "high",
    "Its guard Prune=false is gone: Argo CD removes it when it leaves Git.",
  ),
);

/** Nothing keeps it any more from going with its Application. */
export const deleteGuardRemoved: Rule = onChange(({ before, after }) =>
  when(
    isGuarded(before, "Delete") && !isGuarded(after, "Delete"),
    "high",
    "Its guard Delete=false is gone: it goes when its Application is deleted.",
  ),
);

/** Delete and create instead of a change, whatever is in it. */
export const replacementForced: Rule = onResult((after, before) => {
  const isNew = replacesObject(after) && (before === undefined || !replacesObject(before));
  const options = syncOptionsOf(after).filter((option) => option === "Force=true" || option === "Replace=true");
  return when(isNew, "high", `With ${options.join(" and ")} Argo CD may delete it and make it anew at any change.`);
});

/** Claims go with their StatefulSet or its pods, and volumes with their claims. */
export const retentionDelete: Rule = onResult((after, before) =>
  RETENTION.flatMap(({ path, message }) => {
    const isNew = read(after, ...path) === "Delete" && read(before, ...path) !== "Delete";
    return when(isNew, "destructive", message);
  }),
);

const RETENTION = [
  {
    path: ["spec", "persistentVolumeClaimRetentionPolicy", "whenDeleted"],
    message: "Its claims are deleted when it is (whenDeleted: Delete).",
  },
  {
    path: ["spec", "persistentVolumeClaimRetentionPolicy", "whenScaled"],
    message: "The claims of pods that are scaled away are deleted (whenScaled: Delete).",
  },
  {
    path: ["spec", "persistentVolumeReclaimPolicy"],
    message: "The data goes with the claim (persistentVolumeReclaimPolicy: Delete).",
  },
] as const;

/** With the finalizer, deleting an Application deletes all that it applied. */
export const finalizerAdded: Rule = onResult((after, before) =>
  when(
    ["Application", "ApplicationSet"].includes(after.kind) && cascades(after) && (before === undefined || !cascades(before)),
    "high",
    "It gets Argo CD's finalizer: deleting it then deletes everything that it applied.",
  ),
);

/** Claims get their guards once, at creation. */
export const claimTemplateUnguarded: Rule = onResult((after, before) => {
  if (after.kind !== "StatefulSet" || before !== undefined) return [];
  const bare = readMaps(after, "spec", "volumeClaimTemplates").filter(
    (claim) => !String(read(claim, "metadata", "annotations", OPTIONS)).includes("Prune=false"),
  );
  return when(
    bare.length > 0,
    "medium",
    "Its claims are made without Prune=false, and a guard that is added later does not reach them.",
  );
});

const OPTIONS = "argocd.argoproj.io/sync-options";
