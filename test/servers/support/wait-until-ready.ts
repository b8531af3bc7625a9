import { eventually } from "../../support/eventually.ts";
import { tryKubectl } from "../../support/kubectl.ts";
import { listObjects } from "../../support/live-object.ts";
import type { TestEnvironment } from "./environment.ts";
import { warningsOf } from "./events.ts";
import { awaited, isEnding, type Pod, podsOf, readySince } from "./pods.ts";
import { isRolledOut, isWorkload, type Workload } from "./workloads.ts";

const LOG_LINES = 10;
/** Characters of a line. Pulsar and Milvus write whole stacks into one. */
const LINE = 240;

/**
 * Waits until every workload of the environment, or every one of these, has rolled out and no pod of the namespace is ending. An
 * error tells of each pod that is not Ready, with its warnings and the end of its log.
 */
export async function waitUntilReady(
  environment: TestEnvironment,
  seconds = 600,
  names = workloadNames(environment),
): Promise<void> {
  const { name, namespace } = environment;
  try {
    await eventually(`${name} Ready`, seconds, async () => {
      const missing = await notReady(namespace, names);
      return missing.length === 0 ? { found: true } : { missing: `Not ready: ${missing.join(", ")}.` };
    });
  } catch (error) {
    throw new Error([String(error), ...(await describePods(namespace))].join("\n"));
  }
}

export function workloadNames({ objects }: TestEnvironment): string[] {
  return objects.filter(isWorkload).map(({ metadata }) => metadata.name);
}

async function notReady(namespace: string, names: readonly string[]): Promise<string[]> {
  const workloads = await listObjects<Workload>("deployments,statefulsets", "-n", namespace);
  const pods = await podsOf(namespace);
  const ready = workloads.filter((one) => isRolledOut(one) && runsAll(one, pods)).map(({ metadata }) => metadata.name);
  const ending = pods.filter(isEnding).map(({ metadata }) => metadata.name);
  return [...names.filter((name) => !ready.includes(name)), ...ending];
}

/** A pod that was killed is gone at once, and its owner counts it for a moment longer. */
function runsAll({ spec }: Workload, pods: readonly Pod[]): boolean {
  const { matchLabels } = spec.selector;
  const own = pods.filter(({ metadata: { labels = {} } }) =>
    Object.entries(matchLabels).every(([key, value]) => labels[key] === value),
  );
  return own.filter((pod) => readySince(pod) !== undefined).length >= spec.replicas;
}

async function describePods(namespace: string): Promise<string[]> {
  const pods = (await podsOf(namespace)).filter((pod) => readySince(pod) === undefined);
  return (await Promise.all(pods.map((pod) => describePod(namespace, pod)))).flat();
}

async function describePod(namespace: string, pod: Pod): Promise<string[]> {
  const { name } = pod.metadata;
  const { container, state } = awaited(pod) ?? { container: "", state: pod.status?.phase ?? "unknown" };
  const log = await tryKubectl(["logs", name, "-n", namespace, "-c", container, `--tail=${LOG_LINES}`]);
  const warnings = (await warningsOf(namespace)).filter((warning) => warning.name === name);
  return [
    `${name}/${container}: ${state}`,
    ...warnings.map(({ reason, count, message }) => `  ${count} x ${reason}: ${message}`),
    ...`${log.stdout}${log.stderr}`
      .trimEnd()
      .split("\n")
      .map((line) => `  | ${line.slice(0, LINE)}`),
  ];
}
