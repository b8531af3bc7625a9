import { inContainers } from "../find.ts";
import type { EnvironmentTree, Invariant } from "../invariant.ts";

/** check_privileged.go of k8s.io/pod-security-admission, as all files that are named here. */
export const containerNotPrivileged: Invariant<EnvironmentTree> = {
  name: "container-not-privileged",
  code: "E_POLICY",
  severity: "error",
  reason: "A privileged container can do everything that its node can.",
  remedy: "Remove privileged: true from the container's securityContext.",
  find: inContainers(({ securityContext }) => (securityContext?.privileged === true ? ["privileged is true."] : [])),
};

/** check_allowPrivilegeEscalation.go: unset is refused too. */
export const noPrivilegeEscalation: Invariant<EnvironmentTree> = {
  name: "no-privilege-escalation",
  code: "E_POLICY",
  severity: "error",
  reason: "A process could gain more rights than its parent has, by a setuid program.",
  remedy: "Set allowPrivilegeEscalation: false in the container's securityContext.",
  find: inContainers(({ securityContext }) =>
    securityContext?.allowPrivilegeEscalation === false ? [] : ["allowPrivilegeEscalation is not false."],
  ),
};

/** check_procMount_restricted.go */
export const procMountDefault: Invariant<EnvironmentTree> = {
  name: "proc-mount-default",
  code: "E_POLICY",
  severity: "error",
  reason: "The default hides what the kernel shows of the node in /proc.",
  remedy: "Remove procMount.",
  find: inContainers(({ securityContext }) => {
    const { procMount = "Default" } = securityContext ?? {};
    return procMount === "Default" ? [] : [`procMount is ${procMount}.`];
  }),
};
