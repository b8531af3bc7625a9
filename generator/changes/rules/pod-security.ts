import type { KubernetesObject } from "../../kubernetes/resource.ts";
import { type JsonMap, read, readMaps, readTexts } from "../value.ts";
import { containersOf, podOf } from "../workload.ts";
import { onResult, type Rule, when } from "./rule.ts";

/** What a pod is allowed beyond Pod Security "restricted", and beyond what it was allowed. */
export const podSecurityWeakened: Rule = onResult((after, before) => {
  const known = new Set(before === undefined ? [] : weaknesses(before));
  return weaknesses(after)
    .filter((weakness) => !known.has(weakness))
    .flatMap((weakness) => when(true, "high", `Security is weakened: ${weakness}.`));
});

function weaknesses(object: KubernetesObject): string[] {
  const pod = podOf(object);
  if (pod === undefined) return [];
  const ofContainers = [...containersOf(object)].flatMap(([name, container]) =>
    CONTAINER.filter(({ isWeak }) => isWeak(container, pod)).map(({ words }) => `${name} ${words}`),
  );
  return [...POD.filter(({ isWeak }) => isWeak(pod)).map(({ words }) => words), ...ofContainers];
}

const POD: readonly { readonly words: string; readonly isWeak: (pod: unknown) => boolean }[] = [
  { words: "the pod shares the node's network", isWeak: (pod) => read(pod, "hostNetwork") === true },
  { words: "the pod sees the node's processes", isWeak: (pod) => read(pod, "hostPID") === true },
  { words: "the pod shares the node's memory segments", isWeak: (pod) => read(pod, "hostIPC") === true },
  {
    words: "the pod mounts a folder of the node",
    isWeak: (pod) => readMaps(pod, "volumes").some(({ hostPath }) => hostPath !== undefined),
  },
  {
    words: "the pod gets a token of the API server",
    isWeak: (pod) => read(pod, "automountServiceAccountToken") !== false,
  },
];

/** A field of the container, or else of the pod around it. */
function setting(container: JsonMap, pod: unknown, ...path: readonly string[]): unknown {
  return read(container, "securityContext", ...path) ?? read(pod, "securityContext", ...path);
}

const CONTAINER: readonly { readonly words: string; readonly isWeak: (container: JsonMap, pod: unknown) => boolean }[] = [
  { words: "is privileged", isWeak: (container) => read(container, "securityContext", "privileged") === true },
  {
    words: "may gain privileges",
    isWeak: (container) => read(container, "securityContext", "allowPrivilegeEscalation") !== false,
  },
  {
    words: "need not run as another user than root",
    isWeak: (container, pod) => setting(container, pod, "runAsNonRoot") !== true,
  },
  { words: "runs as root", isWeak: (container, pod) => setting(container, pod, "runAsUser") === 0 },
  {
    words: "may write to its own file system",
    isWeak: (container) => read(container, "securityContext", "readOnlyRootFilesystem") !== true,
  },
  {
    words: "keeps capabilities",
    isWeak: (container) => !readTexts(container, "securityContext", "capabilities", "drop").includes("ALL"),
  },
  {
    words: "gets more capabilities",
    isWeak: (container) => readTexts(container, "securityContext", "capabilities", "add").length > 0,
  },
  {
    words: "runs without a seccomp profile",
    isWeak: (container, pod) =>
      [undefined, "Unconfined"].includes(setting(container, pod, "seccompProfile", "type") as string | undefined),
  },
];
