import type { SecurityContext } from "../workload.ts";

/** What "restricted" refuses in a security context at either level, of pod or container; what is not set is not refused here. */
export function contextFaults(context: SecurityContext): string[] {
  return [...user(context), ...profiles(context), ...seLinux(context.seLinuxOptions ?? {}), ...windows(context)];
}

function user({ runAsNonRoot, runAsUser }: SecurityContext): string[] {
  return [
    ...(runAsNonRoot === false ? ["runAsNonRoot is false."] : []),
    ...(runAsUser === 0 ? ["runAsUser is 0, which is root."] : []),
  ];
}

const CONFINED: ReadonlySet<string> = new Set(["RuntimeDefault", "Localhost"]);

function profiles({ seccompProfile, appArmorProfile }: SecurityContext): string[] {
  const named = { seccompProfile, appArmorProfile };
  return Object.entries(named).flatMap(([field, profile]) =>
    profile === undefined || CONFINED.has(profile.type) ? [] : [`${field} is ${profile.type}.`],
  );
}

const SELINUX_TYPES: ReadonlySet<string> = new Set(["", "container_t", "container_init_t", "container_kvm_t"]);

function seLinux({ type = "", user = "", role = "" }: NonNullable<SecurityContext["seLinuxOptions"]>): string[] {
  return [
    ...(SELINUX_TYPES.has(type) ? [] : [`SELinux type is ${type}.`]),
    ...(user === "" ? [] : ["SELinux user is set."]),
    ...(role === "" ? [] : ["SELinux role is set."]),
  ];
}

function windows({ windowsOptions }: SecurityContext): string[] {
  return windowsOptions?.hostProcess === true ? ["windowsOptions.hostProcess is true."] : [];
}
