import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { planRepository } from "../../generator/commands/plan.ts";
import { readTree, writeText } from "../support/repository.ts";

const GOLDEN = join(import.meta.dirname, "backup");
const OVERLAY = "overlays/saved/";

/** What backups add to an environment; the rest of it is as in every other. */
const FILES = /\/(?:backup\/.*|network\/.*backup.*|.*secret.*|monitoring\/prometheusrule-backup\.yaml)$/;

let generated: Record<string, string> = {};

beforeAll(() => {
  const source = (path: string) => ({ path, bytes: readFileSync(join(GOLDEN, path)) });
  const { plan } = planRepository({
    platform: source("gitops.yaml"),
    environments: [{ name: "saved", file: source(`${OVERLAY}environment.yaml`), custom: undefined }],
  });
  const files = [...(plan?.files ?? [])].filter(([path]) => path.startsWith(OVERLAY) && FILES.test(path));
  generated = Object.fromEntries(files);
  if (process.env.UPDATE_GOLDEN !== "1") return;
  for (const [path, text] of Object.entries(generated)) writeText(GOLDEN, path, text);
});

it("makes of an environment with backups the files that are committed beside it", () => {
  const committed = Object.entries(readTree(GOLDEN)).filter(([path]) => FILES.test(path));

  expect(generated).toEqual(Object.fromEntries(committed));
  expect(Object.keys(generated).length).toBeGreaterThan(8);
});
