import { expect, it } from "vitest";
import { problemsOf } from "../../../generator/checks/broken-invariants.ts";
import { GITOPS } from "../../../generator/checks/gitops/index.ts";
import { environmentOf, platformOf, soundApps } from "./objects.ts";

it("finds nothing in Applications and projects that are sound", async () => {
  const tree = platformOf(soundApps(), [environmentOf("dev", []), environmentOf("prod", [])]);

  expect(await problemsOf(GITOPS, tree)).toEqual([]);
});

it("throws at nothing that a person may have written", async () => {
  const bare = ["Application", "AppProject", "HorizontalPodAutoscaler", "Service", "Deployment", "StatefulSet"].flatMap(
    (kind) =>
      [undefined, null, "text", [], { source: 1, destination: null, project: [], ports: [null], template: { spec: 1 } }].map(
        (spec) => ({ apiVersion: "v1", kind, metadata: { name: "milvus-x" }, spec }),
      ),
  );
  const tree = platformOf(bare, [environmentOf("x", bare), environmentOf("y", bare)]);

  await expect(problemsOf(GITOPS, tree)).resolves.toBeInstanceOf(Array);
});
