import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { planRepository } from "../../generator/commands/plan.ts";
import { readTree, writeText } from "../support/repository.ts";

const GOLDEN = join(import.meta.dirname, "console");
const FOLDERS = ["apps/console/", "overlays/console/attu/", "overlays/console/milvus/", "overlays/console/network/"];

let generated: Record<string, string> = {};

beforeAll(() => {
  const source = (path: string) => ({ path, bytes: readFileSync(join(GOLDEN, path)) });
  const file = source("overlays/console/environment.yaml");
  const { plan } = planRepository({
    platform: source("gitops.yaml"),
    environments: [{ name: "console", file, custom: undefined }],
  });
  generated = Object.fromEntries([...(plan?.files ?? [])].filter(([path]) => isCompared(path)));
  if (process.env.UPDATE_GOLDEN !== "1") return;
  for (const [path, text] of Object.entries(generated)) writeText(GOLDEN, path, text);
});

it("makes of an environment with a console and KEDA the folders that are committed beside it", () => {
  const committed = Object.entries(readTree(GOLDEN)).filter(([path]) => isCompared(path));

  expect(generated).toEqual(Object.fromEntries(committed));
  expect(Object.keys(generated)).toEqual(
    expect.arrayContaining([
      "overlays/console/attu/deployment.yaml",
      "overlays/console/attu/ingress.yaml",
      "overlays/console/milvus/proxy-scaledobject.yaml",
    ]),
  );
});

function isCompared(path: string): boolean {
  return FOLDERS.some((folder) => path.startsWith(folder));
}
