import { describe, expect, it } from "vitest";
import { consoleBehindPassword } from "../../../generator/checks/security/console.ts";
import type { KubernetesObject } from "../../../generator/kubernetes/resource.ts";
import { anEnvironment } from "../../support/environments.ts";
import { withField } from "../objects.ts";
import { treeOf } from "../trees.ts";

const POD = "spec.template.spec.containers";
const OBJECTS: readonly KubernetesObject[] = [
  anObject("Deployment", {
    template: { metadata: { labels: { app: "a" } }, spec: { containers: [attu("zilliz/attu:v2.5.12")] } },
  }),
  anObject("Service", { selector: { app: "a" } }),
  anObject("Ingress", { rules: [{ http: { paths: [{ backend: { service: { name: "lookout" } } }] } }] }),
];

describe("consoleBehindPassword", () => {
  it("refuses what leads to a console, under any name, where Milvus asks for no password", () => {
    const message = "It leads to lookout, a console of Milvus, which asks nobody for a password.";
    const route = anObject("HTTPRoute", { rules: [{ backendRefs: [{ name: "lookout", port: 80 }] }] });

    expect(consoleBehindPassword.find(treeOf([...OBJECTS, route]))).toEqual([
      { subject: "Ingress milvus-test/lookout", message },
      { subject: "HTTPRoute milvus-test/lookout", message },
    ]);
  });

  it("accepts it where Milvus asks, and what leads to another program", () => {
    const authentication = { ...anEnvironment().authentication, milvus: { enabled: true, superUsers: [] } };
    const other = withField(OBJECTS, "Deployment lookout", POD, [attu("acme/portal:1")]);

    expect(consoleBehindPassword.find(treeOf(OBJECTS, { authentication }))).toEqual([]);
    expect(consoleBehindPassword.find(treeOf(other))).toEqual([]);
    expect(consoleBehindPassword.find(treeOf(OBJECTS.slice(0, 2)))).toEqual([]);
  });
});

function attu(image: string) {
  return { name: "a", image };
}

function anObject(kind: string, spec: object): KubernetesObject {
  return { apiVersion: "v1", kind, metadata: { name: "lookout", namespace: "milvus-test" }, spec };
}
