import { type LiveObject, listObjects, type Metadata } from "../../support/live-object.ts";
import { MARK } from "./claim-namespace.ts";

interface ContainerStatus {
  readonly name: string;
  readonly ready: boolean;
  readonly restartCount: number;
  readonly state: { readonly waiting?: { readonly reason: string; readonly message?: string } };
}

interface PodSpec {
  readonly nodeName?: string;
  readonly containers: readonly { readonly ports?: readonly { readonly name?: string; readonly containerPort: number }[] }[];
}

interface PodStatus {
  readonly podIP?: string;
  readonly phase: string;
  readonly conditions?: readonly { readonly type: string; readonly status: string; readonly lastTransitionTime: string }[];
  readonly initContainerStatuses?: readonly ContainerStatus[];
  readonly containerStatuses?: readonly ContainerStatus[];
}

export interface Pod extends LiveObject<PodSpec, PodStatus> {
  readonly metadata: Metadata & { readonly deletionTimestamp?: string };
}

/** The pods of an environment, without those that a test has added, and those of Jobs that have ended well. Labels as `app.kubernetes.io/name=etcd` choose some of them. */
export function podsOf(namespace: string, ...labels: readonly string[]): Promise<Pod[]> {
  const running = ["--field-selector", "status.phase!=Succeeded"];
  return listObjects<Pod>("pods", "-n", namespace, ...running, "-l", [`!${MARK}`, ...labels].join(","));
}

/** Since when a pod is Ready without a break, or undefined where it is not. */
export function readySince({ status }: Pod): Date | undefined {
  const condition = status?.conditions?.find(({ type }) => type === "Ready");
  return condition?.status === "True" ? new Date(condition.lastTransitionTime) : undefined;
}

export function isEnding({ metadata }: Pod): boolean {
  return metadata.deletionTimestamp !== undefined;
}

/** How often each container of a pod has started again; those that never did are left out. */
export function restarts(pod: Pod): string[] {
  return statuses(pod)
    .filter(({ restartCount }) => restartCount > 0)
    .map(({ name, restartCount }) => `${pod.metadata.name}/${name}: ${restartCount}`);
}

/** The container that a pod which is not Ready waits for, and in words what it does. */
export function awaited(pod: Pod): { readonly container: string; readonly state: string } | undefined {
  const status = statuses(pod).find(({ ready }) => !ready);
  if (status === undefined) return undefined;
  const { reason = "not ready", message = "" } = status.state.waiting ?? {};
  return { container: status.name, state: `${reason} ${message}`.trim() };
}

/** Init containers first: the others wait for them. */
function statuses({ status }: Pod): readonly ContainerStatus[] {
  return [...(status?.initContainerStatuses ?? []), ...(status?.containerStatuses ?? [])];
}
