import { join } from "node:path";
import { afterAll, describe, expect, inject, it } from "vitest";
import { deleteNamespaces } from "./support/clean-up.ts";
import { createNamespaces, dryRun } from "./support/dry-run.ts";
import { render } from "./support/render.ts";

const COPY = inject("repository");
const ARTICLE = join(COPY, "test", "golden", "article");
const LOGGING = join(COPY, "test", "golden", "logging");
const FOLDERS = [
  ["overlays/dev", COPY],
  ["overlays/staging", COPY],
  ["overlays/prod", COPY],
  ["overlays/qa", COPY],
  ["overlays/everything", COPY],
  ["overlays/article", ARTICLE],
  ["apps", COPY],
  ["apps/addon-logging", LOGGING],
] as const;

const namespaces: string[] = [];

afterAll(() => deleteNamespaces(namespaces));

describe("the API server", () => {
  it.for(FOLDERS)("would take every object of %s, without a warning", async ([path, root], { task }) => {
    const { text, objects } = await render(root, path);
    namespaces.push(...(await createNamespaces(objects)));
    const verdict = await dryRun(text);

    task.meta.figure = `${objects.length} objects`;
    expect(verdict).toEqual({ accepted: objects.length, remarks: [] });
  });
});
