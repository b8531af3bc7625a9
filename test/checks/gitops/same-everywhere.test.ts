import { describe, expect, it } from "vitest";
import { sameIdentity } from "../../../generator/checks/gitops/same-identity.ts";
import { sameProbes, sameProtection } from "../../../generator/checks/gitops/same-protection.ts";
import { sameStrategy } from "../../../generator/checks/gitops/same-strategy.ts";
import { anEnvironment } from "../../support/environments.ts";
import { soundExcept, soundObjects } from "../objects.ts";
import { environmentOf, platformOf } from "./objects.ts";

const WEB = "Deployment web";
const CONTAINER = "spec.template.spec.containers.0";
const OTHER_FAMILY = { milvus: { ...anEnvironment().milvus, family: "2.5" as const } };

describe("sameIdentity", () => {
  it.each([
    { target: WEB, path: "spec.replicas", value: 5 },
    { target: WEB, path: `${CONTAINER}.image`, value: "registry.example.com/web:2" },
    { target: WEB, path: "spec.template.metadata.labels.team", value: "search" },
    { target: "Service web", path: "spec.type", value: "LoadBalancer" },
    { target: "Service web", path: "spec.ports.0.nodePort", value: 30_000 },
  ])("accepts another $path of $target", ({ target, path, value }) => {
    expect(sameIdentity.find(treeOf(target, path, value))).toEqual([]);
  });

  it.each([
    {
      target: "Service web",
      path: "spec.selector",
      value: { app: "front" },
      message: 'It has selector {"app":"front"}, and in prod {"app":"web"}.',
    },
    {
      target: "Service web",
      path: "spec.ports.0.port",
      value: 81,
      message: 'It has port http [81,"http"], and in prod [80,"http"].',
    },
    {
      target: WEB,
      path: "spec.selector.matchLabels",
      value: { app: "front" },
      message: 'It has selector {"app":"front"}, and in prod {"app":"web"}.',
    },
    { target: WEB, path: `${CONTAINER}.name`, value: "front", message: 'It has containers ["front"], and in prod ["web"].' },
    {
      target: WEB,
      path: "spec.template.spec.serviceAccountName",
      value: undefined,
      message: 'It has serviceAccountName nothing, and in prod "web".',
    },
    {
      target: "StatefulSet db",
      path: "spec.serviceName",
      value: "db",
      message: 'It has serviceName "db", and in prod "db-headless".',
    },
  ])("refuses another $path of $target", ({ target, path, value, message }) => {
    expect(sameIdentity.find(treeOf(target, path, value))).toContainEqual({
      subject: target.replace(" ", " milvus-test/"),
      message,
    });
  });

  it("does not measure by an environment of another family", () => {
    expect(sameIdentity.find(treeOf("Service web", "spec.selector", { app: "front" }, OTHER_FAMILY))).toEqual([]);
  });
});

describe("sameProtection", () => {
  it("accepts a root file system that only one environment may write to", () => {
    expect(sameProtection.find(treeOf(WEB, `${CONTAINER}.securityContext.readOnlyRootFilesystem`, false))).toEqual([]);
  });

  it.each([
    {
      target: "StatefulSet db",
      path: "metadata.annotations",
      value: undefined,
      message: 'It has sync options [], and in prod ["Prune=false","Delete=false"].',
    },
    {
      target: WEB,
      path: "spec.template.spec.automountServiceAccountToken",
      value: true,
      message: "It has automountServiceAccountToken true, and in prod false.",
    },
    {
      target: WEB,
      path: `${CONTAINER}.securityContext`,
      value: { allowPrivilegeEscalation: false },
      message:
        'It has the security context of web {"allowPrivilegeEscalation":false}, ' +
        'and in prod {"allowPrivilegeEscalation":false,"capabilities":{"drop":["ALL"]}}.',
    },
  ])("refuses another $path of $target", ({ target, path, value, message }) => {
    expect(sameProtection.find(treeOf(target, path, value))).toEqual([
      { subject: target.replace(" ", " milvus-test/"), message },
    ]);
  });
});

describe("sameProbes", () => {
  it("accepts the same probes, and refuses another one", () => {
    expect(sameProbes.find(treeOf(WEB, "spec.replicas", 5))).toEqual([]);
    expect(sameProbes.find(treeOf(WEB, `${CONTAINER}.livenessProbe`, undefined))).toEqual([
      {
        subject: "Deployment milvus-test/web",
        message: 'It has livenessProbe of web nothing, and in prod {"tcpSocket":{"port":"http"}}.',
      },
    ]);
  });
});

describe("sameStrategy", () => {
  it("accepts the same strategy, and refuses another one", () => {
    expect(sameStrategy.find(treeOf(WEB, "spec.replicas", 5))).toEqual([]);
    expect(sameStrategy.find(treeOf(WEB, "spec.strategy", { type: "Recreate" }))).toEqual([
      { subject: "Deployment milvus-test/web", message: 'It has strategy {"type":"Recreate"}, and in prod nothing.' },
    ]);
    expect(sameStrategy.find(treeOf("StatefulSet db", "spec.podManagementPolicy", "Parallel"))).toEqual([
      { subject: "StatefulSet milvus-test/db", message: 'It has podManagementPolicy "Parallel", and in prod nothing.' },
    ]);
  });

  it("leaves coordinators to their standby", () => {
    const coordinator = (type: string) => ({
      apiVersion: "apps/v1",
      kind: "Deployment",
      metadata: { name: "milvus-mixcoord", namespace: "x" },
      spec: { strategy: { type } },
    });
    const trees = [environmentOf("dev", [coordinator("Recreate")]), environmentOf("prod", [coordinator("RollingUpdate")])];

    expect(sameStrategy.find(platformOf([], trees))).toEqual([]);
  });
});

/** `prod` as it should be, the last of the promotion, and `dev` with one field of another value. */
function treeOf(target: string, path: string, value: unknown, overrides: Parameters<typeof environmentOf>[2] = {}) {
  const dev = environmentOf("dev", soundExcept(target, path, value), overrides);
  return platformOf([], [dev, environmentOf("prod", soundObjects())]);
}
