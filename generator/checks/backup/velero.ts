import { inPods } from "../find.ts";
import type { EnvironmentTree, Invariant } from "../invariant.ts";
import type { PodOwner } from "../workload.ts";

const HOOK = /^(?:(?:pre|post)\.)?hook\.backup\.velero\.io$/;
const VOLUMES: readonly string[] = ["backup.velero.io/backup-volumes", "backup.velero.io/backup-volumes-excludes"];

/** A hook before or after a backup, by the last part of its annotations: `command`, `container`, `on-error`, `timeout`. */
type Hook = Readonly<Record<string, string>>;

/** Velero looks for them by name, and only while it saves. */
export const veleroNamesExist: Invariant<EnvironmentTree> = {
  name: "velero-names-exist",
  code: "E_REF",
  severity: "error",
  reason: "Velero passes over a volume that it does not find, and a hook without its container fails each backup.",
  remedy: "Name volumes and containers that the pod has.",
  find: inPods((owner) => [
    ...unknownVolumes(owner).map((name) => `It names to Velero a volume ${name}, which it does not have.`),
    ...unknownContainers(owner).map((name) => `Velero's hook runs in a container ${name}, which it does not have.`),
  ]),
};

/** What is not said, or is said wrongly, counts as if nothing were asked (velero internal/hook/item_hook_handler.go). */
export const veleroHooksTell: Invariant<EnvironmentTree> = {
  name: "velero-hooks-tell",
  code: "E_STORAGE",
  severity: "error",
  reason: "A backup then counts as complete although what its hook should have written is not in it.",
  remedy:
    'Write on-error: Fail or Continue, the timeout as 5m, and a command of several words as ["/bin/sync", "-f", "/data"].',
  find: inPods((owner) => hooksOf(owner).flatMap(faults)),
};

function unknownVolumes({ podAnnotations, pod, claims }: PodOwner): string[] {
  const known = new Set([...(pod.volumes ?? []).map(({ name }) => name), ...claims]);
  return VOLUMES.flatMap((key) => podAnnotations[key]?.split(",") ?? []).filter((name) => !known.has(name.trim()));
}

function unknownContainers(owner: PodOwner): string[] {
  const { containers, initContainers = [] } = owner.pod;
  const sidecars = initContainers.filter(({ restartPolicy }) => restartPolicy === "Always");
  const known = new Set([...containers, ...sidecars].map(({ name }) => name));
  return hooksOf(owner).flatMap(({ container }) => (container === undefined || known.has(container) ? [] : [container]));
}

/** One for each prefix that a command is said with. */
function hooksOf({ podAnnotations }: PodOwner): Hook[] {
  const hooks: Record<string, Record<string, string>> = {};
  for (const [key, value] of Object.entries(podAnnotations)) {
    const [prefix = "", field = ""] = key.split("/");
    if (HOOK.test(prefix)) hooks[prefix] = { ...hooks[prefix], [field]: value };
  }
  return Object.values(hooks).filter(({ command = "" }) => command !== "");
}

function faults({ command = "", timeout, ...hook }: Hook): string[] {
  const onError = hook["on-error"];
  return [
    ...(onError === "Fail" || onError === "Continue" ? [] : ["Velero's hook does not say what follows when it fails."]),
    ...(timeout === undefined || isDuration(timeout) ? [] : [`Velero gives its hook 30s, because ${timeout} is no duration.`]),
    ...(isCommand(command) ? [] : [`Velero takes all of ${command} for the name of one program.`]),
  ];
}

function isDuration(text: string): boolean {
  return /^(?:\d+(?:\.\d+)?(?:h|m|s|ms))+$/.test(text);
}

function isCommand(text: string): boolean {
  return text.startsWith("[") ? isTextList(text) : !/\s/.test(text.trim());
}

function isTextList(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) && value.length > 0 && value.every((word) => typeof word === "string");
  } catch {
    return false;
  }
}
