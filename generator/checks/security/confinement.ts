import { inContainers, inContexts, inPods } from "../find.ts";
import type { EnvironmentTree, Invariant } from "../invariant.ts";

const CONFINED: ReadonlySet<string> = new Set(["RuntimeDefault", "Localhost"]);

/** check_seccompProfile_restricted.go: a container may leave it to its pod, and neither may be unconfined. */
export const seccompProfileSet: Invariant<EnvironmentTree> = {
  name: "seccomp-profile-set",
  code: "E_POLICY",
  severity: "error",
  reason: "Without a profile a container may make every system call of the kernel.",
  remedy: "Set seccompProfile: {type: RuntimeDefault} in the pod's securityContext.",
  find: (tree) => [...unconfined(tree), ...unset(tree)],
};

const unconfined = inContexts(({ seccompProfile }) =>
  seccompProfile === undefined || CONFINED.has(seccompProfile.type) ? [] : [`seccompProfile is ${seccompProfile.type}.`],
);

const unset = inContainers(({ securityContext }, { pod }) =>
  (securityContext?.seccompProfile ?? pod.securityContext?.seccompProfile) === undefined ? ["seccompProfile is not set."] : [],
);

/** check_appArmorProfile.go, of the field that Kubernetes has since 1.30. */
export const appArmorConfined: Invariant<EnvironmentTree> = {
  name: "apparmor-confined",
  code: "E_POLICY",
  severity: "error",
  reason: "AppArmor keeps a container from what it is not made for.",
  remedy: "Remove appArmorProfile, or set its type to RuntimeDefault.",
  find: inContexts(({ appArmorProfile }) =>
    appArmorProfile === undefined || CONFINED.has(appArmorProfile.type) ? [] : [`appArmorProfile is ${appArmorProfile.type}.`],
  ),
};

/** check_appArmorProfile.go, of the annotation before that, which the API server still obeys. */
export const appArmorAnnotationConfined: Invariant<EnvironmentTree> = {
  name: "apparmor-annotation-confined",
  code: "E_POLICY",
  severity: "error",
  reason: "AppArmor keeps a container from what it is not made for.",
  remedy: "Remove the annotation.",
  find: inPods(({ podAnnotations }) =>
    Object.entries(podAnnotations)
      .filter(([key]) => key.startsWith("container.apparmor.security.beta.kubernetes.io/"))
      .filter(([, profile]) => profile !== "runtime/default" && !profile.startsWith("localhost/"))
      .map(([key, profile]) => `The annotation ${key} is ${profile}.`),
  ),
};

const SELINUX_TYPES: ReadonlySet<string> = new Set(["", "container_t", "container_init_t", "container_kvm_t"]);

/** check_seLinuxOptions.go, with the types of Kubernetes 1.30, the version that the Namespaces pin. */
export const seLinuxConfined: Invariant<EnvironmentTree> = {
  name: "selinux-confined",
  code: "E_POLICY",
  severity: "error",
  reason: "Another SELinux type, user or role may do what containers must not.",
  remedy: "Remove seLinuxOptions.",
  find: inContexts(({ seLinuxOptions: { type = "", user = "", role = "" } = {} }) => [
    ...(SELINUX_TYPES.has(type) ? [] : [`SELinux type is ${type}.`]),
    ...(user === "" ? [] : ["SELinux user is set."]),
    ...(role === "" ? [] : ["SELinux role is set."]),
  ]),
};
