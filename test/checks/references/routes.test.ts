import { describe, expect, it } from "vitest";
import { checkRoutes } from "../../../generator/checks/references/routes.ts";
import { soundExcept, soundObjects } from "../objects.ts";

const INGRESS = "spec.rules.0.http.paths.0.backend.service";

describe("checkRoutes", () => {
  it("accepts an Ingress and a route to ports of a Service", () => {
    expect(checkRoutes(soundObjects())).toEqual([]);
  });

  it.each([
    { target: "Ingress web", path: `${INGRESS}.name`, value: "nothing", to: "nothing:http" },
    { target: "Ingress web", path: `${INGRESS}.port`, value: { number: 81 }, to: "web:81" },
    { target: "GRPCRoute web", path: "spec.rules.0.backendRefs.0.name", value: "nothing", to: "nothing:80" },
    { target: "GRPCRoute web", path: "spec.rules.0.backendRefs.0.port", value: 81, to: "web:81" },
  ])("refuses $target to $to", ({ target, path, value, to }) => {
    expect(checkRoutes(soundExcept(target, path, value))).toEqual([
      {
        code: "E_REF",
        object: target.replace(" ", " milvus-test/"),
        message: `It leads to ${to}, which no Service offers.`,
        remedy: "Lead to a port of a Service.",
      },
    ]);
  });
});
