import { describe, expect, it } from "vitest";
import {
  peersFoundBeforeReady,
  statefulSetHasHeadlessService,
} from "../../../generator/checks/references/headless-services.ts";
import { soundExcept, soundObjects, soundWithout, withField } from "../objects.ts";
import { treeOf } from "../trees.ts";

const DB = "StatefulSet milvus-test/db";

describe("statefulSetHasHeadlessService", () => {
  it("accepts a StatefulSet whose headless Service selects its pods", () => {
    expect(statefulSetHasHeadlessService.find(treeOf(soundObjects()))).toEqual([]);
  });

  it.each([
    { fault: "is missing", broken: soundWithout("Service db-headless") },
    { fault: "has an address", broken: soundExcept("Service db-headless", "spec.clusterIP", undefined) },
    { fault: "is that of other pods", broken: soundExcept("Service db-headless", "spec.selector", { app: "web" }) },
  ])("refuses a StatefulSet whose headless Service $fault", ({ broken }) => {
    expect(statefulSetHasHeadlessService.find(treeOf(broken))).toEqual([
      { subject: DB, message: "db-headless is no headless Service of its pods." },
    ]);
  });

  it("refuses a StatefulSet that names no Service", () => {
    expect(statefulSetHasHeadlessService.find(treeOf(soundExcept("StatefulSet db", "spec.serviceName", undefined)))).toEqual([
      { subject: DB, message: "Nothing is no headless Service of its pods." },
    ]);
  });
});

describe("peersFoundBeforeReady", () => {
  const hidden = soundExcept("Service db-headless", "spec.publishNotReadyAddresses", undefined);

  it("refuses members that know each other by a Service which hides those that are not ready", () => {
    expect(peersFoundBeforeReady.find(treeOf(soundObjects()))).toEqual([]);
    expect(peersFoundBeforeReady.find(treeOf(hidden))).toEqual([
      { subject: DB, message: "Its pods call each other by db-headless, which does not name pods that are not ready." },
    ]);
  });

  it("leaves alone pods that do not speak of their Service", () => {
    const alone = withField(hidden, "StatefulSet db", "spec.template.spec.containers.0.env", []);

    expect(peersFoundBeforeReady.find(treeOf(alone))).toEqual([]);
  });
});
