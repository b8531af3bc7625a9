import { describe, expect, it } from "vitest";
import {
  certificateIsDeclared,
  pullSecretIsDeclared,
  secretExists,
  secretHasKey,
} from "../../../generator/checks/references/secrets.ts";
import { DECLARED, soundExcept, soundObjects, soundWithout } from "../objects.ts";
import { treeOf } from "../trees.ts";

const WEB = "Deployment milvus-test/web";
const POD = "spec.template.spec";
const CONTAINER = `${POD}.containers.0`;
const VOLUME = `${POD}.volumes.1`;

describe("secretExists", () => {
  it("accepts Secrets that people create, and those that something in Git makes", () => {
    expect(secretExists.find(treeOf(soundObjects()))).toEqual([]);
  });

  it.each([
    { where: "a volume", path: `${VOLUME}.secret.secretName`, value: "nothing" },
    { where: "a part of a volume", path: VOLUME, value: { projected: { sources: [{ secret: { name: "nothing" } }] } } },
    { where: "a variable", path: `${CONTAINER}.env.1.valueFrom.secretKeyRef.name`, value: "nothing" },
    { where: "all variables", path: `${CONTAINER}.envFrom.0.secretRef.name`, value: "nothing" },
  ])("refuses one that nothing makes in $where", ({ path, value }) => {
    expect(secretExists.find(treeOf(soundExcept("Deployment web", path, value)))).toEqual([
      { subject: WEB, message: "There is no Secret nothing." },
    ]);
  });

  it("knows the Secret of a certificate", () => {
    const certificate = anObject("Certificate", { secretName: "tls" });
    const volume = { name: "token", secret: { secretName: "tls" } };
    const objects = [...soundExcept("Deployment web", VOLUME, volume), certificate];

    expect(secretExists.find(treeOf(objects))).toEqual([]);
  });
});

describe("secretHasKey", () => {
  it("accepts keys that exist", () => {
    expect(secretHasKey.find(treeOf(soundObjects()))).toEqual([]);
  });

  it.each([
    { path: `${VOLUME}.secret.items.0.key`, value: "other", message: "Secret sealed has no key other." },
    { path: `${CONTAINER}.env.0.valueFrom.secretKeyRef.key`, value: "name", message: "Secret login has no key name." },
    { path: `${CONTAINER}.env.1.valueFrom.secretKeyRef.key`, value: "name", message: "Secret given has no key name." },
  ])("refuses a pod: $message", ({ path, value, message }) => {
    expect(secretHasKey.find(treeOf(soundExcept("Deployment web", path, value)))).toEqual([{ subject: WEB, message }]);
  });

  it("takes the keys of a Secret from what makes it, whatever is declared", () => {
    const secrets = new Map([...DECLARED.secrets, ["login", ["user"]]]);
    const empty = treeOf(soundExcept("ExternalSecret login", "spec.data", []));
    const without = treeOf(soundWithout("ExternalSecret login"));

    expect(secretHasKey.find({ ...empty, secrets })).toEqual([{ subject: WEB, message: "Secret login has no key user." }]);
    expect(secretHasKey.find({ ...without, secrets })).toEqual([]);
  });

  it("knows the keys of a template, and none where the store decides", () => {
    const template = { name: "login", template: { data: { other: "{{ .user }}" } } };

    expect(secretHasKey.find(treeOf(soundExcept("ExternalSecret login", "spec.target", template)))).toEqual([
      { subject: WEB, message: "Secret login has no key user." },
    ]);
    expect(
      secretHasKey.find(treeOf(soundExcept("ExternalSecret login", "spec", { target: { name: "login" }, dataFrom: [{}] }))),
    ).toEqual([]);
  });
});

describe("pullSecretIsDeclared", () => {
  const secrets = [{ name: "registry" }];
  const pod = soundExcept("Deployment web", `${POD}.imagePullSecrets`, secrets);
  const account = soundExcept("ServiceAccount web", "imagePullSecrets", secrets);

  it("accepts what the environment names, or what Git makes", () => {
    expect(pullSecretIsDeclared.find(treeOf(pod, { imagePullSecrets: ["registry"] }))).toEqual([]);
    expect(pullSecretIsDeclared.find(treeOf([...account, anObject("ExternalSecret", {}, "registry")]))).toEqual([]);
  });

  it.each([
    { subject: WEB, broken: pod },
    { subject: "ServiceAccount milvus-test/web", broken: account },
  ])("refuses another of $subject", ({ subject, broken }) => {
    expect(pullSecretIsDeclared.find(treeOf(broken))).toEqual([
      { subject, message: "It pulls images with the Secret registry, which nothing makes." },
    ]);
  });
});

describe("certificateIsDeclared", () => {
  const objects = soundExcept("Ingress web", "spec.tls", [{ secretName: "tls" }, {}]);
  const exposure = {
    type: "Ingress",
    controller: "nginx",
    className: "a",
    host: "a",
    issuer: undefined,
    annotations: {},
  } as const;

  it("accepts what the environment names, or what Git makes", () => {
    expect(certificateIsDeclared.find(treeOf(objects, { exposure: { ...exposure, tlsSecretName: "tls" } }))).toEqual([]);
    expect(certificateIsDeclared.find(treeOf([...objects, anObject("Certificate", { secretName: "tls" })]))).toEqual([]);
  });

  it("refuses another", () => {
    expect(certificateIsDeclared.find(treeOf(objects, { exposure: { ...exposure, tlsSecretName: "other" } }))).toEqual([
      { subject: "Ingress milvus-test/web", message: "Its TLS needs the Secret tls, which nothing makes." },
    ]);
  });
});

function anObject(kind: string, spec: object, name = "x") {
  return { apiVersion: "example.com/v1", kind, metadata: { name, namespace: "milvus-test" }, spec };
}
