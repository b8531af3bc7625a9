import { inPods } from "../find.ts";
import type { EnvironmentTree, Invariant } from "../invariant.ts";
import { readAs } from "../read-as.ts";
import type { PodOwner, Probe } from "../workload.ts";

/** Seconds that a start takes at worst, of what has a journal to read again or a majority to wait for. */
const LONG_START = 1800;
/** Seconds for a server without data: a JVM, or Milvus until its stores answer. */
const SHORT_START = 300;

/** By `app.kubernetes.io/name` and `app.kubernetes.io/component`. */
const WORST_START: Readonly<Record<string, number>> = {
  "etcd etcd": LONG_START,
  "pulsar bookkeeper": LONG_START,
  "pulsar zookeeper": LONG_START,
};

const APPS: ReadonlySet<string> = new Set(["etcd", "milvus", "minio", "pulsar"]);

export const startupBudgetSuffices: Invariant<EnvironmentTree> = {
  name: "startup-budget-suffices",
  code: "E_RANGE",
  severity: "error",
  reason: "A server that is killed while it recovers begins anew, and never finishes.",
  remedy: "Raise failureThreshold of the startupProbe.",
  find: inPods((owner) => {
    const worst = worstStart(owner);
    return owner.pod.containers
      .filter(({ startupProbe }) => startupProbe !== undefined && budgetOf(startupProbe) < worst)
      .map(
        ({ name, startupProbe }) =>
          `Container ${name}: it is killed after ${budgetOf(startupProbe)} s, and may need ${worst} s.`,
      );
  }),
};

/** What nobody here knows may need no time at all. */
function worstStart({ podLabels }: PodOwner): number {
  const app = podLabels["app.kubernetes.io/name"] ?? "";
  const component = podLabels["app.kubernetes.io/component"] ?? "";
  return WORST_START[`${app} ${component}`] ?? (APPS.has(app) ? SHORT_START : 0);
}

/** Seconds until the kubelet gives up; Kubernetes' defaults are 10 s, 3 times. */
function budgetOf({ initialDelaySeconds = 0, periodSeconds = 10, failureThreshold = 3 }: Probe = {}): number {
  return initialDelaySeconds + periodSeconds * failureThreshold;
}

export const rollOutOutlastsStart: Invariant<EnvironmentTree> = {
  name: "roll-out-outlasts-start",
  code: "E_RANGE",
  severity: "error",
  reason: "Argo CD reports a roll-out as failed while its pod still starts, and the waves behind it do not come.",
  remedy: "Raise progressDeadlineSeconds above the startup probe's patience and minReadySeconds.",
  find: inPods(({ object, pod }) => {
    if (object.kind !== "Deployment") return [];
    const { progressDeadlineSeconds = 600, minReadySeconds = 0 } = readAs<RollOut>(object.spec, ROLL_OUT) ?? {};
    const longest = Math.max(0, ...pod.containers.map(({ startupProbe }) => (startupProbe ? budgetOf(startupProbe) : 0)));
    const needed = longest + minReadySeconds;
    return progressDeadlineSeconds > needed
      ? []
      : [`It has ${progressDeadlineSeconds} s to progress, and a pod may need ${needed} s until it counts.`];
  }),
};

interface RollOut {
  readonly progressDeadlineSeconds?: number;
  readonly minReadySeconds?: number;
}

const ROLL_OUT = { progressDeadlineSeconds: "number", minReadySeconds: "number" } as const;
