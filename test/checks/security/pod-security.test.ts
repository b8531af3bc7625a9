import { describe, expect, it } from "vitest";
import type { Violation } from "../../../generator/checks/invariant.ts";
import { capabilitiesDropped, capabilitiesNotAdded } from "../../../generator/checks/security/capabilities.ts";
import {
  appArmorAnnotationConfined,
  appArmorConfined,
  seccompProfileSet,
  seLinuxConfined,
} from "../../../generator/checks/security/confinement.ts";
import { handlersCallOwnPod, hostAliasesUnused } from "../../../generator/checks/security/hosts.ts";
import { hostNamespacesUnused, hostPortsUnused, hostProcessOff, sysctlsSafe } from "../../../generator/checks/security/node.ts";
import {
  containerNotPrivileged,
  noPrivilegeEscalation,
  procMountDefault,
} from "../../../generator/checks/security/privileges.ts";
import { securityContextAtBothLevels } from "../../../generator/checks/security/security-contexts.ts";
import { runsAsNonRoot, userIsNumeric } from "../../../generator/checks/security/users.ts";
import { volumeTypesAllowed } from "../../../generator/checks/security/volumes.ts";
import { soundExcept, soundObjects } from "../objects.ts";
import { treeOf } from "../trees.ts";

const POD = "spec.template.spec";
const CONTEXT = "securityContext";
const APPARMOR = "container.apparmor.security.beta.kubernetes.io/web";

const ALL = [
  containerNotPrivileged,
  noPrivilegeEscalation,
  procMountDefault,
  capabilitiesDropped,
  capabilitiesNotAdded,
  runsAsNonRoot,
  userIsNumeric,
  seccompProfileSet,
  appArmorConfined,
  appArmorAnnotationConfined,
  seLinuxConfined,
  volumeTypesAllowed,
  hostNamespacesUnused,
  hostPortsUnused,
  hostProcessOff,
  hostAliasesUnused,
  sysctlsSafe,
  handlersCallOwnPod,
  securityContextAtBothLevels,
];

describe("Pod Security restricted", () => {
  it.each(ALL)("accepts pods that keep to it: $name", ({ find }) => {
    expect(find(treeOf(soundObjects()))).toEqual([]);
  });

  it.each([
    { invariant: hostNamespacesUnused, path: "hostIPC", value: true, message: "hostIPC is true." },
    { invariant: hostNamespacesUnused, path: "hostNetwork", value: true, message: "hostNetwork is true." },
    { invariant: hostNamespacesUnused, path: "hostPID", value: true, message: "hostPID is true." },
    {
      invariant: volumeTypesAllowed,
      path: "volumes.0",
      value: { name: "config", hostPath: { path: "/" } },
      message: "Volume config is of type hostPath.",
    },
    {
      invariant: volumeTypesAllowed,
      path: "volumes.0",
      value: { name: "config", nfs: { server: "a" } },
      message: "Volume config is of type nfs.",
    },
    {
      invariant: sysctlsSafe,
      path: `${CONTEXT}.sysctls`,
      value: [{ name: "kernel.msgmax" }],
      message: "The sysctl kernel.msgmax is not a safe one.",
    },
    { invariant: runsAsNonRoot, path: `${CONTEXT}.runAsNonRoot`, value: false, message: "The pod's runAsNonRoot is false." },
    { invariant: userIsNumeric, path: `${CONTEXT}.runAsUser`, value: 0, message: "The pod's runAsUser is 0, which is root." },
    {
      invariant: seccompProfileSet,
      path: `${CONTEXT}.seccompProfile.type`,
      value: "Unconfined",
      message: "The pod's seccompProfile is Unconfined.",
    },
    {
      invariant: appArmorConfined,
      path: `${CONTEXT}.appArmorProfile`,
      value: { type: "Unconfined" },
      message: "The pod's appArmorProfile is Unconfined.",
    },
    {
      invariant: seLinuxConfined,
      path: `${CONTEXT}.seLinuxOptions`,
      value: { type: "spc_t" },
      message: "The pod's SELinux type is spc_t.",
    },
    {
      invariant: seLinuxConfined,
      path: `${CONTEXT}.seLinuxOptions`,
      value: { user: "u" },
      message: "The pod's SELinux user is set.",
    },
    {
      invariant: seLinuxConfined,
      path: `${CONTEXT}.seLinuxOptions`,
      value: { role: "r" },
      message: "The pod's SELinux role is set.",
    },
    {
      invariant: hostProcessOff,
      path: `${CONTEXT}.windowsOptions`,
      value: { hostProcess: true },
      message: "The pod's windowsOptions.hostProcess is true.",
    },
    { invariant: hostAliasesUnused, path: "hostAliases", value: [{ ip: "10.0.0.1" }], message: "hostAliases are set." },
    {
      invariant: securityContextAtBothLevels,
      path: CONTEXT,
      value: {},
      message: "The pod has no securityContext.",
    },
  ])("refuses a pod: $message", ({ invariant, path, value, message }) => {
    expect(invariant.find(treeOf(soundExcept("Deployment web", `${POD}.${path}`, value)))).toEqual([problem(message)]);
  });

  it("accepts a sysctl that touches only the pod", () => {
    const sysctls = [{ name: "net.ipv4.tcp_keepalive_time", value: "60" }];

    expect(sysctlsSafe.find(treeOf(soundExcept("Deployment web", `${POD}.${CONTEXT}.sysctls`, sysctls)))).toEqual([]);
  });

  it("refuses an annotation that takes AppArmor away", () => {
    const annotated = (profile: string) =>
      appArmorAnnotationConfined.find(
        treeOf(soundExcept("Deployment web", "spec.template.metadata.annotations", { [APPARMOR]: profile })),
      );

    expect(annotated("runtime/default")).toEqual([]);
    expect(annotated("localhost/mine")).toEqual([]);
    expect(annotated("unconfined")).toEqual([problem(`The annotation ${APPARMOR} is unconfined.`)]);
  });

  it.each([
    {
      invariant: noPrivilegeEscalation,
      field: "allowPrivilegeEscalation",
      value: undefined,
      fault: "allowPrivilegeEscalation is not false.",
    },
    {
      invariant: noPrivilegeEscalation,
      field: "allowPrivilegeEscalation",
      value: true,
      fault: "allowPrivilegeEscalation is not false.",
    },
    { invariant: containerNotPrivileged, field: "privileged", value: true, fault: "privileged is true." },
    { invariant: procMountDefault, field: "procMount", value: "Unmasked", fault: "procMount is Unmasked." },
    { invariant: capabilitiesDropped, field: "capabilities.drop", value: ["NET_RAW"], fault: "capabilities.drop lacks ALL." },
    { invariant: capabilitiesDropped, field: "capabilities", value: undefined, fault: "capabilities.drop lacks ALL." },
    {
      invariant: capabilitiesNotAdded,
      field: "capabilities.add",
      value: ["NET_BIND_SERVICE", "CHOWN"],
      fault: "capabilities.add has CHOWN.",
    },
    { invariant: runsAsNonRoot, field: "runAsNonRoot", value: false, fault: "runAsNonRoot is false." },
    { invariant: userIsNumeric, field: "runAsUser", value: 0, fault: "runAsUser is 0, which is root." },
    {
      invariant: seccompProfileSet,
      field: "seccompProfile",
      value: { type: "Unconfined" },
      fault: "seccompProfile is Unconfined.",
    },
    {
      invariant: appArmorConfined,
      field: "appArmorProfile",
      value: { type: "Unconfined" },
      fault: "appArmorProfile is Unconfined.",
    },
    { invariant: seLinuxConfined, field: "seLinuxOptions", value: { type: "spc_t" }, fault: "SELinux type is spc_t." },
    {
      invariant: hostProcessOff,
      field: "windowsOptions",
      value: { hostProcess: true },
      fault: "windowsOptions.hostProcess is true.",
    },
  ])("refuses a context of a container and of an init container: $fault", ({ invariant, field, value, fault }) => {
    expect(inBoth(invariant.find, `${CONTEXT}.${field}`, value)).toEqual(expectedInBoth(fault));
  });

  it.each([
    {
      invariant: hostPortsUnused,
      path: "ports",
      value: [{ containerPort: 1, hostPort: 80 }],
      fault: "it takes port 80 of the node.",
    },
    {
      invariant: handlersCallOwnPod,
      path: "livenessProbe",
      value: { httpGet: { port: 1, host: "10.0.0.1" } },
      fault: "livenessProbe calls 10.0.0.1.",
    },
    {
      invariant: handlersCallOwnPod,
      path: "startupProbe",
      value: { tcpSocket: { port: 1, host: "10.0.0.1" } },
      fault: "startupProbe calls 10.0.0.1.",
    },
    {
      invariant: handlersCallOwnPod,
      path: "lifecycle",
      value: { preStop: { httpGet: { port: 1, host: "a" } } },
      fault: "preStop calls a.",
    },
  ])("refuses a container and an init container: $fault", ({ invariant, path, value, fault }) => {
    expect(inBoth(invariant.find, path, value)).toEqual(expectedInBoth(fault));
  });

  it("refuses containers without a securityContext of their own", () => {
    expect(
      securityContextAtBothLevels.find(treeOf(soundExcept("Deployment web", `${POD}.containers.0.${CONTEXT}`, undefined))),
    ).toEqual([problem("Container web has no securityContext.")]);
  });

  it.each([
    { invariant: runsAsNonRoot, field: "runAsNonRoot" },
    { invariant: seccompProfileSet, field: "seccompProfile" },
    { invariant: userIsNumeric, field: "runAsUser" },
  ])("takes $field from the pod, and asks for it where neither level says it", ({ invariant, field }) => {
    const broken = soundExcept("StatefulSet db", `${POD}.${CONTEXT}.${field}`, undefined);

    expect(invariant.find(treeOf(broken))).toEqual([
      { subject: "StatefulSet milvus-test/db", message: `Container db: ${field} is not set.` },
    ]);
  });
});

type Find = (tree: ReturnType<typeof treeOf>) => readonly Violation[] | Promise<readonly Violation[]>;

/** What is found with the field of the container set, and then with that of the init container. */
function inBoth(find: Find, path: string, value: unknown) {
  const faults = (list: string) => find(treeOf(soundExcept("Deployment web", `${POD}.${list}.0.${path}`, value)));
  return [faults("containers"), faults("initContainers")];
}

function expectedInBoth(fault: string) {
  return [[problem(`Container web: ${fault}`)], [problem(`Container wait: ${fault}`)]];
}

function problem(message: string) {
  return { subject: "Deployment milvus-test/web", message };
}
