import { describe, expect, it } from "vitest";
import { checkPodSecurity } from "../../../generator/checks/security/pod-security.ts";
import { soundExcept, soundObjects } from "../objects.ts";

const POD = "spec.template.spec";
const CONTEXT = "securityContext";
const APPARMOR = "container.apparmor.security.beta.kubernetes.io/web";

describe("checkPodSecurity", () => {
  it("accepts pods that keep to it, in a Namespace that enforces it", () => {
    expect(checkPodSecurity(soundObjects())).toEqual([]);
  });

  it.each([undefined, "baseline"])("refuses a Namespace that enforces %s", (level) => {
    const labels = { "pod-security.kubernetes.io/enforce": level };

    expect(checkPodSecurity(soundExcept("Namespace milvus-test", "metadata.labels", labels))).toEqual([
      {
        code: "E_POLICY",
        object: "Namespace milvus-test",
        message: "The Namespace admits pods that are not restricted.",
        remedy: "Label it pod-security.kubernetes.io/enforce: restricted.",
      },
    ]);
  });

  it.each([
    { path: "hostIPC", value: true, message: "hostIPC is true." },
    { path: "hostNetwork", value: true, message: "hostNetwork is true." },
    { path: "hostPID", value: true, message: "hostPID is true." },
    { path: "volumes.0", value: { name: "config", hostPath: { path: "/" } }, message: "Volume config is of type hostPath." },
    { path: "volumes.0", value: { name: "config", nfs: { server: "a" } }, message: "Volume config is of type nfs." },
    { path: `${CONTEXT}.sysctls`, value: [{ name: "kernel.msgmax" }], message: "The sysctl kernel.msgmax is not a safe one." },
    { path: `${CONTEXT}.runAsNonRoot`, value: false, message: "The pod's runAsNonRoot is false." },
    { path: `${CONTEXT}.runAsUser`, value: 0, message: "The pod's runAsUser is 0, which is root." },
    { path: `${CONTEXT}.seccompProfile.type`, value: "Unconfined", message: "The pod's seccompProfile is Unconfined." },
    { path: `${CONTEXT}.appArmorProfile`, value: { type: "Unconfined" }, message: "The pod's appArmorProfile is Unconfined." },
    { path: `${CONTEXT}.seLinuxOptions`, value: { type: "spc_t" }, message: "The pod's SELinux type is spc_t." },
    { path: `${CONTEXT}.seLinuxOptions`, value: { user: "u" }, message: "The pod's SELinux user is set." },
    { path: `${CONTEXT}.seLinuxOptions`, value: { role: "r" }, message: "The pod's SELinux role is set." },
    {
      path: `${CONTEXT}.windowsOptions`,
      value: { hostProcess: true },
      message: "The pod's windowsOptions.hostProcess is true.",
    },
  ])("refuses a pod: $message", ({ path, value, message }) => {
    expect(checkPodSecurity(soundExcept("Deployment web", `${POD}.${path}`, value))).toEqual([problem(message)]);
  });

  it("accepts a sysctl that touches only the pod", () => {
    const sysctls = [{ name: "net.ipv4.tcp_keepalive_time", value: "60" }];

    expect(checkPodSecurity(soundExcept("Deployment web", `${POD}.${CONTEXT}.sysctls`, sysctls))).toEqual([]);
  });

  it("refuses an annotation that takes AppArmor away", () => {
    const annotations = (profile: string) =>
      checkPodSecurity(soundExcept("Deployment web", "spec.template.metadata.annotations", { [APPARMOR]: profile }));

    expect(annotations("runtime/default")).toEqual([]);
    expect(annotations("localhost/mine")).toEqual([]);
    expect(annotations("unconfined")).toEqual([problem(`The annotation ${APPARMOR} is unconfined.`)]);
  });

  it.each([
    { path: `${CONTEXT}.allowPrivilegeEscalation`, value: undefined, fault: "allowPrivilegeEscalation is not false." },
    { path: `${CONTEXT}.allowPrivilegeEscalation`, value: true, fault: "allowPrivilegeEscalation is not false." },
    { path: `${CONTEXT}.privileged`, value: true, fault: "privileged is true." },
    { path: `${CONTEXT}.procMount`, value: "Unmasked", fault: "procMount is Unmasked." },
    { path: `${CONTEXT}.capabilities.drop`, value: ["NET_RAW"], fault: "capabilities.drop lacks ALL." },
    { path: `${CONTEXT}.capabilities`, value: undefined, fault: "capabilities.drop lacks ALL." },
    { path: `${CONTEXT}.capabilities.add`, value: ["NET_BIND_SERVICE", "CHOWN"], fault: "capabilities.add has CHOWN." },
    { path: `${CONTEXT}.runAsNonRoot`, value: false, fault: "runAsNonRoot is false." },
    { path: `${CONTEXT}.runAsUser`, value: 0, fault: "runAsUser is 0, which is root." },
    { path: `${CONTEXT}.seccompProfile`, value: { type: "Unconfined" }, fault: "seccompProfile is Unconfined." },
    { path: `${CONTEXT}.appArmorProfile`, value: { type: "Unconfined" }, fault: "appArmorProfile is Unconfined." },
    { path: `${CONTEXT}.seLinuxOptions`, value: { type: "spc_t" }, fault: "SELinux type is spc_t." },
    { path: `${CONTEXT}.windowsOptions`, value: { hostProcess: true }, fault: "windowsOptions.hostProcess is true." },
    { path: "ports", value: [{ containerPort: 1, hostPort: 80 }], fault: "it takes port 80 of the node." },
    { path: "livenessProbe", value: { httpGet: { port: 1, host: "10.0.0.1" } }, fault: "livenessProbe calls 10.0.0.1." },
    { path: "startupProbe", value: { tcpSocket: { port: 1, host: "10.0.0.1" } }, fault: "startupProbe calls 10.0.0.1." },
    { path: "lifecycle", value: { preStop: { httpGet: { port: 1, host: "a" } } }, fault: "preStop calls a." },
  ])("refuses a container and an init container: $fault", ({ path, value, fault }) => {
    expect(checkPodSecurity(soundExcept("Deployment web", `${POD}.containers.0.${path}`, value))).toEqual([
      problem(`Container web: ${fault}`),
    ]);
    expect(checkPodSecurity(soundExcept("Deployment web", `${POD}.initContainers.0.${path}`, value))).toEqual([
      problem(`Container wait: ${fault}`),
    ]);
  });

  it("takes what a container does not say from the pod, and asks for it where neither says it", () => {
    const broken = soundExcept("StatefulSet db", `${POD}.securityContext`, undefined);

    expect(checkPodSecurity(broken)).toEqual(
      ["Container db: runAsNonRoot is not set.", "Container db: seccompProfile is not set."].map((message) =>
        problem(message, "StatefulSet milvus-test/db"),
      ),
    );
  });
});

function problem(message: string, object = "Deployment milvus-test/web") {
  return { code: "E_POLICY", object, message, remedy: 'Keep to the Pod Security Standard "restricted".' };
}
