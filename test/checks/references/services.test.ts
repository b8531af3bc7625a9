import { describe, expect, it } from "vitest";
import { checkServices } from "../../../generator/checks/references/services.ts";
import { soundExcept, soundObjects, soundWithout } from "../objects.ts";

describe("checkServices", () => {
  it("accepts Services whose ports a container declares by name or number", () => {
    expect(checkServices(soundObjects())).toEqual([]);
  });

  it("leaves a Service alone that has its endpoints from elsewhere", () => {
    expect(checkServices(soundExcept("Service web", "spec.selector", undefined))).toEqual([]);
  });

  it("takes a port without a target for a port of the container", () => {
    expect(checkServices(soundExcept("Service db", "spec.ports.0.targetPort", undefined))).toEqual([]);
    expect(checkServices(soundExcept("Service web", "spec.ports.0.targetPort", undefined))).toEqual([
      problem("Service milvus-test/web", "No container declares the port 80.", "Declare it in the container."),
    ]);
  });

  it("refuses a Service that selects no pod", () => {
    expect(checkServices(soundExcept("Service web", "spec.selector", { app: "nothing" }))).toEqual([
      problem("Service milvus-test/web", "The Service selects no pod.", "Select the labels of a pod template."),
    ]);
  });

  it("refuses a port that some pods behind it do not declare", () => {
    expect(checkServices(soundExcept("Service db", "spec.selector", {}))).toEqual([
      problem("Service milvus-test/db", "No container declares the port 2379.", "Declare it in the container."),
    ]);
  });

  it("refuses a port that no pod behind it declares", () => {
    expect(checkServices(soundExcept("Service web", "spec.ports.0.targetPort", "https"))).toEqual([
      problem("Service milvus-test/web", "No container declares the port https.", "Declare it in the container."),
    ]);
  });

  it.each([
    { fault: "is missing", broken: soundWithout("Service db-headless") },
    { fault: "has an address", broken: soundExcept("Service db-headless", "spec.clusterIP", undefined) },
    { fault: "is that of other pods", broken: soundExcept("Service db-headless", "spec.selector", { app: "web" }) },
  ])("refuses a StatefulSet whose headless Service $fault", ({ broken }) => {
    expect(checkServices(broken)).toContainEqual(
      problem("StatefulSet milvus-test/db", "db-headless is no headless Service of its pods.", "Add the headless Service."),
    );
  });
});

function problem(object: string, message: string, remedy: string) {
  return { code: "E_REF", object, message, remedy };
}
