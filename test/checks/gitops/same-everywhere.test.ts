import { describe, expect, it } from "vitest";
import { sameIdentity } from "../../../generator/checks/gitops/same-identity.ts";
import { sameProbes } from "../../../generator/checks/gitops/same-probes.ts";
import { sameProtection } from "../../../generator/checks/gitops/same-protection.ts";
import { sameStrategy } from "../../../generator/checks/gitops/same-strategy.ts";
import { environmentObjects } from "../../../generator/commands/check-plan.ts";
import { environmentTree } from "../../../generator/commands/render-environments.ts";
import { anEnvironment } from "../../support/environments.ts";
import { planOf } from "../../support/plans.ts";
import { environmentFile, sourcesOf } from "../../support/repository.ts";
import { soundExcept, soundObjects } from "../objects.ts";
import { type Edit, set as setObject } from "../quorum/edits.ts";
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
      message: 'It has ports ["http 81 to http"], and in prod ["http 80 to http"].',
    },
    {
      target: "Service web",
      path: "spec.ports.0.name",
      value: "web",
      message: 'It has ports ["web 80 to http"], and in prod ["http 80 to http"].',
    },
    {
      target: WEB,
      path: `${CONTAINER}.ports.1`,
      value: { name: "debug", containerPort: 6060 },
      message: 'It has ports of web ["debug 6060","http 8080"], and in prod ["http 8080"].',
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

  it("takes ports in any order for the same", () => {
    const ports = [
      { name: "http", port: 80, targetPort: "http" },
      { name: "admin", port: 81, targetPort: "admin" },
    ];
    const dev = environmentOf("dev", soundExcept("Service web", "spec.ports", ports));
    const prod = environmentOf("prod", soundExcept("Service web", "spec.ports", ports.toReversed()));

    expect(sameIdentity.find(platformOf([], [dev, prod]))).toEqual([]);
  });

  it("lets encryption open the ports that it needs", () => {
    expect(sameIdentity.find(encrypted())).toEqual([]);
  });

  it.each([
    {
      title: "an open one without encryption",
      tree: encrypted("dev", setObject("StatefulSet etcd", `${CONTAINER}.ports.2`, { name: "metrics", containerPort: 2381 })),
      subject: "StatefulSet milvus-dev/etcd",
      message: 'It has ports of etcd ["client 2379","metrics 2381","peer 2380"], and in prod ["client 2379","peer 2380"].',
    },
    {
      title: "encryption without one",
      tree: encrypted("prod", setObject("Service milvus-proxy", "spec.ports.1", undefined)),
      subject: "Service milvus-dev/milvus-proxy",
      message: 'It has ports ["milvus 19530 to milvus"], and in prod ["no rest","milvus 19530 to milvus"].',
    },
    {
      title: "a plain one beside it, to which a Service leads",
      tree: encrypted(
        "prod",
        setObject("Service pulsar-proxy", "spec.ports.2", { name: "pulsar", port: 6650, targetPort: "pulsar" }),
      ),
      subject: "Service milvus-dev/pulsar-proxy",
      message: 'It has ports ["http 8080 to http"], and in prod ["http 8080 to http","pulsar 6650 to pulsar"].',
    },
    {
      title: "one with another number",
      tree: encrypted("prod", setObject("Service milvus-proxy", "spec.ports.1.port", 8081)),
      subject: "Service milvus-dev/milvus-proxy",
      message: 'It has ports ["milvus 19530 to milvus"], and in prod ["no rest","milvus 19530 to milvus","rest 8081 to rest"].',
    },
  ])("refuses $title", ({ tree, subject, message }) => {
    expect(sameIdentity.find(tree)).toEqual([{ subject, message }]);
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

describe("sameProbes of an encrypted environment", () => {
  it("accepts probes that ask where encryption has them ask", () => {
    expect(sameProbes.find(encrypted())).toEqual([]);
  });

  it.each([
    {
      title: "a plain member asked at the port of encryption",
      environment: "dev",
      target: "StatefulSet etcd",
      field: "port",
      value: 2381,
    },
    {
      title: "an encrypted member asked at the port of clients",
      environment: "prod",
      target: "StatefulSet etcd",
      field: "port",
      value: 2379,
    },
    {
      title: "an encrypted store asked in plain",
      environment: "prod",
      target: "StatefulSet minio",
      field: "scheme",
      value: "HTTP",
    },
    { title: "a store asked at its console", environment: "dev", target: "StatefulSet minio", field: "port", value: 9001 },
    { title: "a role asked at the API", environment: "dev", target: "Deployment milvus-proxy", field: "port", value: 19530 },
  ])("refuses $title", ({ environment, target, field, value }) => {
    const tree = encrypted(environment, setObject(target, `${CONTAINER}.readinessProbe.httpGet.${field}`, value));

    expect(sameProbes.find(tree)).toEqual([
      {
        subject: target.replace(" ", " milvus-dev/"),
        message: expect.stringMatching(/^It has readinessProbe of .* in prod /),
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

/** `prod` with everything encrypted and `dev` with nothing, and one of them changed. */
function encrypted(changed = "dev", change: Edit = (tree) => tree) {
  const stores = { etcd: true, objectStorage: true, pulsar: true };
  const tls = { ...stores, milvus: "server" as const, internal: true, hosts: ["milvus.example.com"] };
  const files = { dev: environmentFile("production"), prod: environmentFile("production", { tls }) };
  const trees = planOf(sourcesOf(files)).environments.map((one) => environmentTree(one, environmentObjects(one)));
  return platformOf(
    [],
    trees.map((tree) => (tree.environment.name === changed ? change(tree) : tree)),
  );
}

/** `prod` as it should be, the last of the promotion, and `dev` with one field of another value. */
function treeOf(target: string, path: string, value: unknown, overrides: Parameters<typeof environmentOf>[2] = {}) {
  const dev = environmentOf("dev", soundExcept(target, path, value), overrides);
  return platformOf([], [dev, environmentOf("prod", soundObjects())]);
}
