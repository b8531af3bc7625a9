import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readTree, temporaryRepository } from "../support/repository.ts";
import { run } from "../support/run.ts";

const COMMITTED = join(import.meta.dirname, "..", "..", "schemas");

describe("schema", () => {
  it("writes the schemas that are committed", async () => {
    const root = temporaryRepository(new Map());
    const { code, stdout } = await run(root, "schema");

    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: "Wrote schemas/environment.schema.json and schemas/platform.schema.json.\n",
    });
    expect(readTree(join(root, "schemas"))).toEqual(readTree(COMMITTED));
  });

  it("writes the same again, and says so as one JSON document", async () => {
    const root = temporaryRepository(new Map());
    await run(root, "schema");
    const before = readTree(root);
    const { code, stdout } = await run(root, "schema", "--json");

    expect({ code, said: JSON.parse(stdout) }).toEqual({
      code: 0,
      said: { files: ["schemas/environment.schema.json", "schemas/platform.schema.json"] },
    });
    expect(readTree(root)).toEqual(before);
  });
});
