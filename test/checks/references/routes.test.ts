import { describe, expect, it } from "vitest";
import { routeLeadsToService } from "../../../generator/checks/references/routes.ts";
import { soundExcept, soundObjects } from "../objects.ts";
import { treeOf } from "../trees.ts";

const INGRESS = "spec.rules.0.http.paths.0.backend.service";
const BACKENDS = "spec.rules.0.backendRefs";

describe("routeLeadsToService", () => {
  it("accepts an Ingress and a route to ports of a Service", () => {
    expect(routeLeadsToService.find(treeOf(soundObjects()))).toEqual([]);
  });

  it.each([
    { target: "Ingress web", path: `${INGRESS}.name`, value: "nothing", to: "nothing:http" },
    { target: "Ingress web", path: `${INGRESS}.port`, value: { number: 81 }, to: "web:81" },
    { target: "Ingress web", path: "spec.defaultBackend", value: { service: { name: "none" } }, to: "none:0" },
    { target: "GRPCRoute web", path: `${BACKENDS}.0.name`, value: "nothing", to: "nothing:80" },
    { target: "GRPCRoute web", path: `${BACKENDS}.0.port`, value: 81, to: "web:81" },
  ])("refuses $target to $to", ({ target, path, value, to }) => {
    expect(routeLeadsToService.find(treeOf(soundExcept(target, path, value)))).toEqual([
      { subject: target.replace(" ", " milvus-test/"), message: `It leads to ${to}, which no Service offers.` },
    ]);
  });

  it.each([
    { name: "web", port: 80, namespace: "elsewhere" },
    { name: "bucket", kind: "Backend" },
  ])("leaves to the Gateway what is no Service of the namespace: %o", (backend) => {
    expect(routeLeadsToService.find(treeOf(soundExcept("GRPCRoute web", BACKENDS, [backend])))).toEqual([]);
  });

  it("looks into every kind of route", () => {
    const metadata = { name: "x", namespace: "milvus-test" };
    const route = {
      apiVersion: "gateway.networking.k8s.io/v1",
      kind: "HTTPRoute",
      metadata,
      spec: { rules: [{ backendRefs: [{}] }] },
    };

    expect(routeLeadsToService.find(treeOf([route]))).toEqual([
      { subject: "HTTPRoute milvus-test/x", message: "It leads to :0, which no Service offers." },
    ]);
  });
});
