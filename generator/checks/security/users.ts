import { inPods } from "../find.ts";
import type { EnvironmentTree, Invariant } from "../invariant.ts";
import { type Container, containersOf, type PodSpec } from "../workload.ts";

/** check_runAsNonRoot.go: a container may leave it to its pod, and neither may say false. */
export const runsAsNonRoot: Invariant<EnvironmentTree> = {
  name: "runs-as-non-root",
  code: "E_POLICY",
  severity: "error",
  reason: "The kubelet refuses an image that would run as root only where runAsNonRoot is true.",
  remedy: "Set runAsNonRoot: true in the pod's securityContext.",
  find: inPods(({ pod }) => [
    ...(pod.securityContext?.runAsNonRoot === false ? ["The pod's runAsNonRoot is false."] : []),
    ...containersOf(pod).flatMap((container) =>
      nonRoot(container, pod).map((fault) => `Container ${container.name}: ${fault}`),
    ),
  ]),
};

function nonRoot({ securityContext }: Container, pod: PodSpec): string[] {
  if (securityContext?.runAsNonRoot === false) return ["runAsNonRoot is false."];
  return (securityContext?.runAsNonRoot ?? pod.securityContext?.runAsNonRoot) === undefined ? ["runAsNonRoot is not set."] : [];
}

/** check_runAsUser.go, and numeric: of a name in an image the kubelet cannot tell that it is not root, and starts no container. */
export const userIsNumeric: Invariant<EnvironmentTree> = {
  name: "user-is-numeric",
  code: "E_POLICY",
  severity: "error",
  reason: "Without a number the image decides who runs, and most images say root.",
  remedy: "Set runAsUser in the pod's securityContext to the image's user, not 0.",
  find: inPods(({ pod }) => [
    ...(pod.securityContext?.runAsUser === 0 ? ["The pod's runAsUser is 0, which is root."] : []),
    ...containersOf(pod).flatMap((container) => user(container, pod).map((fault) => `Container ${container.name}: ${fault}`)),
  ]),
};

function user({ securityContext }: Container, pod: PodSpec): string[] {
  if (securityContext?.runAsUser === 0) return ["runAsUser is 0, which is root."];
  return (securityContext?.runAsUser ?? pod.securityContext?.runAsUser) === undefined ? ["runAsUser is not set."] : [];
}
