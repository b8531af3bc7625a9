import { describe, expect, it } from "vitest";
import { checkResources } from "../../generator/checks/resources.ts";
import { soundExcept, soundObjects } from "./objects.ts";

describe("checkResources", () => {
  it("accepts requests and limits of cpu and memory on every container", () => {
    expect(checkResources(soundObjects())).toEqual([]);
  });

  it("names each quantity that a container, or an init container, lacks", () => {
    const noResources = soundExcept("Deployment web", "spec.template.spec.initContainers.0.resources", undefined);
    const noLimit = soundExcept("StatefulSet db", "spec.template.spec.containers.0.resources.limits.memory", undefined);

    expect(checkResources(noResources)).toEqual(
      [
        "Container wait has no requests.cpu.",
        "Container wait has no requests.memory.",
        "Container wait has no limits.cpu.",
        "Container wait has no limits.memory.",
      ].map((message) => problem("Deployment milvus-test/web", message)),
    );
    expect(checkResources(noLimit)).toEqual([problem("StatefulSet milvus-test/db", "Container db has no limits.memory.")]);
  });
});

function problem(object: string, message: string) {
  return { code: "E_RANGE", object, message, remedy: "Set requests and limits of cpu and memory." };
}
