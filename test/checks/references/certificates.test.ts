import { describe, expect, it } from "vitest";
import { certificateIssuerExists, certificateNamesPods } from "../../../generator/checks/references/certificates.ts";
import { anEnvironment, aTls } from "../../support/environments.ts";
import { soundObjects, withField } from "../objects.ts";

const CERTIFICATE = {
  apiVersion: "cert-manager.io/v1",
  kind: "Certificate",
  metadata: { name: "db", namespace: "milvus-test" },
};

describe("certificateIssuerExists", () => {
  it("finds an Issuer that is neither in the tree nor named by the environment", () => {
    const given = { kind: "Issuer", name: "given" } as const;

    expect(signedBy({ name: "lost" })).toEqual(["The Issuer lost that shall sign it is nowhere."]);
    expect(signedBy({ kind: "ClusterIssuer", name: "lost" })).toEqual([]);
    expect(signedBy({ name: "given" }, aTls({ issuer: given }))).toEqual([]);
  });
});

describe("certificateNamesPods", () => {
  it.each([
    [["db-0.db-headless", "db-1.db-headless.milvus-test.svc"], ["Its certificate db does not name db-2.db-headless."]],
    [["db-0.db-headless", "db-1.db-headless", "db-2.db-headless"], []],
    [["*.db-headless.milvus-test.svc"], []],
    [["db"], []],
  ])("holds the names %j against the pods", (dnsNames, messages) => {
    const volumes = [{ name: "tls", secret: { secretName: "db-tls" } }];
    const objects = withField(soundObjects(), "StatefulSet db", "spec.template.spec.volumes", volumes);
    const certificate = { ...CERTIFICATE, spec: { secretName: "db-tls", dnsNames } };

    expect(messagesOf(certificateNamesPods.find(treeOf([...objects, certificate])))).toEqual(messages);
  });
});

type Objects = ReturnType<typeof soundObjects>;

function signedBy(issuerRef: object, tls = aTls()): string[] {
  const tree = treeOf([{ ...CERTIFICATE, spec: { secretName: "db-tls", issuerRef } }]);
  return messagesOf(certificateIssuerExists.find({ ...tree, environment: anEnvironment({ tls }) }));
}

function treeOf(objects: Objects) {
  return { environment: anEnvironment(), objects, secrets: new Map() };
}

function messagesOf(violations: unknown): string[] {
  return (violations as readonly { readonly message: string }[]).map(({ message }) => message);
}
