import type { KubernetesObject } from "../kubernetes/resource.ts";
import type { ChangedPair, Pair } from "./pair.ts";
import { restartingPods, restarts } from "./restart.ts";
import { rollingOf } from "./rolling.ts";
import { compareText } from "./value.ts";
import { graceSecondsOf, isRolling, replicasOf } from "./workload.ts";

/** A workload of which pods restart, or start for the first time. */
export interface RollOutWorkload {
  readonly kind: string;
  readonly name: string;
  readonly action: "restart" | "start";
  /** Undefined for a DaemonSet. */
  readonly pods: number | undefined;
  /** "one by one, each after its successor is ready" */
  readonly strategy: string;
  /** Seconds that a pod may take to stop. */
  readonly graceSeconds: number;
}

export interface RollOutWave {
  readonly wave: number;
  readonly workloads: readonly RollOutWorkload[];
}

/** The waves in which something rolls. Argo CD starts one when all of the wave before it is healthy. */
export function rollOut(added: readonly Pair[], changed: readonly ChangedPair[]): RollOutWave[] {
  const rolling = [...added.flatMap(({ after }) => (after === undefined ? [] : started(after))), ...changed.flatMap(restarted)];
  const waves = [...new Set(rolling.map(({ wave }) => wave))].sort((a, b) => a - b);
  return waves.map((wave) => ({
    wave,
    workloads: rolling
      .filter((one) => one.wave === wave)
      .map(({ workload }) => workload)
      .sort((a, b) => compareText(a.name, b.name) || compareText(a.kind, b.kind)),
  }));
}

interface Rolling {
  readonly wave: number;
  readonly workload: RollOutWorkload;
}

function started(object: KubernetesObject): Rolling[] {
  return isRolling(object) ? [rolling(object, "start", replicasOf(object))] : [];
}

function restarted(pair: ChangedPair): Rolling[] {
  return restarts(pair) ? [rolling(pair.after, "restart", restartingPods(pair.before, pair.after))] : [];
}

function rolling(object: KubernetesObject, action: RollOutWorkload["action"], pods: number | undefined): Rolling {
  const { kind, metadata } = object;
  const strategy = action === "start" ? "at once" : rollingOf(object).words;
  const workload = { kind, name: metadata.name, action, pods, strategy, graceSeconds: graceSecondsOf(object) };
  return { wave: waveOf(object), workload };
}

/** 0 where the object does not say, as for Argo CD. */
export function waveOf({ metadata }: KubernetesObject): number {
  return Number(metadata.annotations?.["argocd.argoproj.io/sync-wave"] ?? 0);
}
