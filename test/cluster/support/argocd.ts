import { eventually } from "../../support/eventually.ts";
import { kubectl } from "../../support/kubectl.ts";
import { type LiveObject, listObjects, requireObject } from "../../support/live-object.ts";

export interface Operation {
  readonly sync: { readonly syncOptions?: readonly string[]; readonly prune?: boolean };
}

export interface OperationState {
  readonly phase: string;
  readonly message?: string;
  readonly startedAt: string;
  readonly finishedAt?: string;
}

/** An object as an Application lists it. */
export interface Resource {
  readonly group?: string;
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
  readonly status?: string;
  readonly requiresPruning?: boolean;
  readonly hook?: boolean;
}

export interface ApplicationSpec {
  readonly syncPolicy: { readonly syncOptions: readonly string[] };
}

export interface ApplicationStatus {
  readonly sync?: { readonly status: string; readonly revision?: string };
  readonly health?: { readonly status: string };
  readonly operationState?: OperationState;
  readonly resources?: readonly Resource[];
  readonly conditions?: readonly { readonly type: string; readonly message: string }[];
}

export interface Application extends LiveObject<ApplicationSpec, ApplicationStatus> {
  readonly operation?: Operation;
}

/** The namespace that gitops.yaml names for Argo CD. */
export const ARGOCD = "argocd";

export function requireApplication(name: string): Promise<Application> {
  return requireObject<Application>("application.argoproj.io", ARGOCD, name);
}

/** Waits until these Applications are Synced at the commit and Healthy, and nothing is under way. */
export function settled(names: readonly string[], revision: string, seconds: number): Promise<Application[]> {
  return eventually(`${names.join(", ")} Synced and Healthy`, seconds, async () => {
    const all = await listObjects<Application>("applications.argoproj.io", "-n", ARGOCD);
    const applications = all.filter(({ metadata }) => names.includes(metadata.name));
    const missing = names.filter((name) => !applications.some(({ metadata }) => metadata.name === name));
    const reasons = [
      ...missing.map((name) => `${name} does not exist`),
      ...applications.flatMap((one) => unrest(one, revision)),
    ];
    return reasons.length === 0 ? { found: applications } : { missing: reasons.join("; ") };
  });
}

/** Why an Application is not settled. */
function unrest({ metadata, operation, status = {} }: Application, revision: string): string[] {
  const { sync, health, operationState, conditions = [] } = status;
  const phase = operation === undefined ? (operationState?.phase ?? "Succeeded") : "Requested";
  const state = `${sync?.status} ${health?.status} ${phase}`;
  const at = sync?.revision === revision ? "" : " at another commit";
  if (state === "Synced Healthy Succeeded" && at === "") return [];
  return [
    [`${metadata.name} is ${state}${at}`, operationState?.message, ...conditions.map(({ message }) => message)].join(": "),
  ];
}

/** Compares an Application with a fresh rendering, as the button "hard refresh" does. */
export async function hardRefresh(name: string): Promise<void> {
  const annotation = "argocd.argoproj.io/refresh";
  await kubectl(["annotate", "application.argoproj.io", name, "-n", ARGOCD, `${annotation}=hard`, "--overwrite"]);
  await eventually(`the refresh of ${name}`, 60, async () => {
    const { metadata } = await requireApplication(name);
    return metadata.annotations?.[annotation] === undefined ? { found: true } : { missing: "Argo CD has not taken it up." };
  });
}

/** Starts a sync, as the button does, and says how to know it from the one before. */
export async function startSync(
  name: string,
  sync: Operation["sync"],
): Promise<(state: OperationState | undefined) => boolean> {
  const before = (await requireApplication(name)).status?.operationState?.startedAt;
  const patch = JSON.stringify({ operation: { initiatedBy: { username: "cluster-test" }, sync } });
  await kubectl(["patch", "application.argoproj.io", name, "-n", ARGOCD, "--type=merge", "--patch", patch]);
  return (state) => state !== undefined && state.startedAt !== before;
}

/** Starts a sync and waits for its end. */
export async function syncNow(name: string, sync: Operation["sync"]): Promise<OperationState> {
  const isOurs = await startSync(name, sync);
  return eventually(`the sync of ${name}`, 420, async () => {
    const state = (await requireApplication(name)).status?.operationState;
    return isOurs(state) && state?.finishedAt !== undefined
      ? { found: state }
      : { missing: `${state?.phase}: ${state?.message}` };
  });
}
