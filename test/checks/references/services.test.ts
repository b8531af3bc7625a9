import { describe, expect, it } from "vitest";
import { serviceSelectsPods, serviceTargetPortExists } from "../../../generator/checks/references/services.ts";
import { soundExcept, soundObjects } from "../objects.ts";
import { treeOf } from "../trees.ts";

describe("serviceSelectsPods", () => {
  it("accepts Services with pods behind them, and one that has its endpoints from elsewhere", () => {
    expect(serviceSelectsPods.find(treeOf(soundObjects()))).toEqual([]);
    expect(serviceSelectsPods.find(treeOf(soundExcept("Service web", "spec.selector", undefined)))).toEqual([]);
  });

  it("refuses a Service that selects no pod", () => {
    const broken = soundExcept("Service web", "spec.selector", { app: "nothing" });

    expect(serviceSelectsPods.find(treeOf(broken))).toEqual([
      { subject: "Service milvus-test/web", message: "The Service selects no pod." },
    ]);
    expect(serviceTargetPortExists.find(treeOf(broken))).toEqual([]);
  });
});

describe("serviceTargetPortExists", () => {
  it("accepts ports that a container declares by name or number", () => {
    expect(serviceTargetPortExists.find(treeOf(soundObjects()))).toEqual([]);
  });

  it("takes a port without a target for a port of the container", () => {
    const same = soundExcept("Service db", "spec.ports.0.targetPort", undefined);
    const other = soundExcept("Service web", "spec.ports.0.targetPort", undefined);

    expect(serviceTargetPortExists.find(treeOf(same))).toEqual([]);
    expect(serviceTargetPortExists.find(treeOf(other))).toEqual([missing("web", 80)]);
  });

  it("refuses a port that some pods behind it do not declare", () => {
    expect(serviceTargetPortExists.find(treeOf(soundExcept("Service db", "spec.selector", {})))).toEqual([missing("db", 2379)]);
  });

  it("refuses a port that no pod behind it declares", () => {
    const broken = soundExcept("Service web", "spec.ports.0.targetPort", "https");

    expect(serviceTargetPortExists.find(treeOf(broken))).toEqual([missing("web", "https")]);
  });
});

function missing(service: string, port: string | number) {
  return { subject: `Service milvus-test/${service}`, message: `No container declares the port ${port}.` };
}
