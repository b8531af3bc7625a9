import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { JSON_SCHEMAS } from "../../generator/config/json-schema.ts";
import { readSources } from "../../generator/system/repository.ts";
import { planWrite } from "../../generator/system/tree.ts";
import { planOf } from "../support/plans.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const GOLDEN = "test/golden/article";

describe("what is committed", () => {
  it("is what would be generated", () => {
    const { changes, conflicts, leftovers } = planWrite(ROOT, planOf(readSources(ROOT)).files);

    expect(changes.map(({ kind, path }) => `${kind} ${path}`)).toEqual([]);
    expect(conflicts.map(({ path, reason }) => `${path} ${reason}`)).toEqual([]);
    expect(leftovers).toEqual([]);
  });

  it.each(Object.entries(JSON_SCHEMAS))("are current JSON Schemas: %s", (name, schema) => {
    const text = readFileSync(join(ROOT, "schemas", `${name}.schema.json`), "utf8");
    expect(text).toBe(`${JSON.stringify(schema, null, 2)}\n`);
  });

  it.each(descriptions())("is a first line that leads an editor from %s to its schema", (path, schema) => {
    const [line = ""] = readFileSync(join(ROOT, path), "utf8").split("\n", 1);
    const target = /^# yaml-language-server: \$schema=(\S+)$/.exec(line)?.[1] ?? "";

    expect(join(dirname(path), target)).toBe(schema);
    expect(existsSync(join(ROOT, schema))).toBe(true);
  });
});

/** Every file that a person writes, and the schema that is for it. */
function descriptions(): [string, string][] {
  const folders = ["", `${GOLDEN}/`];
  return folders.flatMap((folder): [string, string][] => [
    [`${folder}gitops.yaml`, "schemas/platform.schema.json"],
    ...environments(folder).map((path): [string, string] => [path, "schemas/environment.schema.json"]),
  ]);
}

function environments(folder: string): string[] {
  const paths = readdirSync(join(ROOT, folder, "overlays")).map((name) => `${folder}overlays/${name}/environment.yaml`);
  return paths.filter((path) => existsSync(join(ROOT, path)));
}
