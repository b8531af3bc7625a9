import type { KubernetesObject } from "../kubernetes/resource.ts";
import type { EnvironmentChange, ObjectChange } from "./change.ts";
import { stemOf } from "./hashed-names.ts";
import { objectFields } from "./object-fields.ts";
import { idText } from "./object-id.ts";
import { type ChangedPair, type Pair, pairObjects } from "./pair.ts";
import { collectReasons, ratePair } from "./rate.ts";
import { compareRisk, highestRisk } from "./risk.ts";
import { rollOut } from "./roll-out.ts";
import { compareText } from "./value.ts";

type Objects = readonly KubernetesObject[];

/**
 * What an environment's objects become, object by object and field by field, and what that risks. The order of objects and of
 * their fields has no influence.
 */
export function compareTrees(before: Objects, after: Objects): EnvironmentChange {
  const pairs = pairObjects(before, after);
  const changed = changedPairs(pairs, generatedNames([...before, ...after]));
  const added = pairs.filter((pair) => pair.before === undefined);
  const removed = pairs.filter((pair) => pair.after === undefined);
  const objects = sorted([...added, ...removed, ...changed].map(objectChange));
  const waves = rollOut(added, changed);
  const restarting = waves.flatMap(({ workloads }) => workloads).filter(({ action }) => action === "restart");
  return {
    risk: highestRisk(objects.map(({ risk }) => risk)),
    counts: {
      added: added.length,
      changed: changed.length,
      removed: removed.length,
      restarts: restarting.reduce((sum, { pods = 0 }) => sum + pods, 0),
    },
    reasons: collectReasons(objects),
    objects,
    rollOut: waves,
  };
}

/** ConfigMaps and Secrets with a hash in their names, by the names without it. */
function generatedNames(objects: Objects): ReadonlySet<string> {
  const generated = objects.filter(({ kind }) => kind === "ConfigMap" || kind === "Secret");
  return new Set(generated.flatMap(({ metadata }) => stemOf(metadata.name) ?? []));
}

function changedPairs(pairs: readonly Pair[], generated: ReadonlySet<string>): ChangedPair[] {
  return pairs.flatMap(({ id, before, after }) => {
    if (before === undefined || after === undefined) return [];
    const fields = objectFields(before, after, generated);
    return fields.length === 0 ? [] : [{ id, before, after, fields }];
  });
}

function objectChange(pair: Pair | ChangedPair): ObjectChange {
  const verdicts = ratePair(pair);
  return {
    change: pair.before === undefined ? "added" : pair.after === undefined ? "removed" : "changed",
    object: pair.id,
    risk: highestRisk(verdicts.map(({ risk }) => risk)),
    verdicts,
    fields: "fields" in pair ? pair.fields : [],
  };
}

function sorted(objects: readonly ObjectChange[]): ObjectChange[] {
  return [...objects].sort((a, b) => compareRisk(a.risk, b.risk) || compareText(idText(a.object), idText(b.object)));
}
