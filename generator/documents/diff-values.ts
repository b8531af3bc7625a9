/** What the texts about a difference tell. Risks are `none`, `low`, `medium`, `high` and `destructive`. */
export interface DiffValues {
  /** `HEAD (1a2b3c4d)` */
  readonly from: string;
  readonly to: string;
  /** Those that differ. */
  readonly environments: readonly DiffEnvironment[];
  /** Names of those that do not. */
  readonly unchanged: readonly string[];
}

export interface DiffEnvironment {
  readonly name: string;
  readonly status: string;
  readonly risk: string;
  readonly counts: DiffCounts;
  readonly reasons: readonly DiffReason[];
  readonly objects: readonly DiffObject[];
  readonly rollOut: readonly DiffWave[];
}

export interface DiffCounts {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  /** Pods that restart. */
  readonly restarts: number;
}

export interface DiffReason {
  readonly risk: string;
  /** `capacity-dips` */
  readonly rule: string;
  readonly message: string;
  readonly objects: readonly string[];
}

export interface DiffObject {
  readonly change: string;
  readonly object: { readonly kind: string; readonly namespace: string; readonly name: string };
  readonly risk: string;
  readonly fields: readonly DiffField[];
}

export interface DiffField {
  readonly path: string;
  readonly what: string;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly lines?: readonly string[];
}

export interface DiffWave {
  readonly wave: number;
  readonly workloads: readonly DiffWorkload[];
}

export interface DiffWorkload {
  readonly kind: string;
  readonly name: string;
  readonly action: string;
  readonly pods: number | undefined;
  readonly strategy: string;
  readonly graceSeconds: number;
}

/** Objects that differ in the same way, which are told as one: a version label is on every object. */
export interface DiffGroup extends Omit<DiffObject, "object"> {
  /** `Deployment milvus-prod/milvus-proxy` */
  readonly names: readonly string[];
}

/** In the order in which the first of each group comes. */
export function groupObjects(objects: readonly DiffObject[]): DiffGroup[] {
  const groups = new Map<string, DiffGroup & { names: string[] }>();
  for (const { object, change, risk, fields } of objects) {
    const key = JSON.stringify([change, risk, fields]);
    const group = groups.get(key) ?? { change, risk, fields, names: [] };
    groups.set(key, group);
    group.names.push(addressOf(object));
  }
  return [...groups.values()];
}

function addressOf({ kind, namespace, name }: DiffObject["object"]): string {
  return `${kind} ${namespace === "" ? name : `${namespace}/${name}`}`;
}

/** The first few, and how many there are besides. */
export function fewOf(names: readonly string[], most: number): string {
  const shown = names.slice(0, most).join(", ");
  return names.length > most ? `${shown} and ${names.length - most} more` : shown;
}

/** What happens to the pods of a workload in its wave. */
export function workloadWords({ action, pods, strategy, graceSeconds }: DiffWorkload): string {
  const number = pods === undefined ? "one pod a node" : `${pods} pod${pods === 1 ? "" : "s"}`;
  if (action === "start") return pods === 1 ? `${number} starts` : `${number} start`;
  const verb = pods === 1 ? "restarts" : "restart";
  return `${number} ${verb}, ${strategy}, with up to ${graceSeconds} s to stop`;
}
