import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { SourceFile, Sources } from "../../generator/config/sources.ts";
import { readSources } from "../../generator/system/repository.ts";
import { planOf } from "../support/plans.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const SOURCES = readSources(ROOT);

describe("what stands in comments, for people to take away the mark", () => {
  it("is right in gitops.yaml, where the registry of Elastic is allowed", () => {
    const platform = uncommented(SOURCES.platform, (text) =>
      text.replace(/^( *)- quay\.io$/m, "$&\n$1- docker.elastic.co\n$1- registry.example.com"),
    );
    const { platform: planned, environments } = planOf({ ...SOURCES, platform });

    expect(planned.addons.map(({ name }) => name)).toEqual(["prometheus", "eck"]);
    expect(planned.logging?.retentionDays).toBe(14);
    expect(new Set(environments.map(({ milvus }) => milvus.image.repository))).toEqual(
      new Set(["registry.example.com/docker-hub/milvusdb/milvus"]),
    );
  });

  it("is right in the file of each environment", () => {
    const environments = SOURCES.environments.map((one) => ({ ...one, file: uncommented(one.file) }));
    const { environments: planned } = planOf({ ...SOURCES, environments } satisfies Sources);
    const prod = planned.find(({ name }) => name === "prod");

    expect(prod?.cluster).toEqual({ name: "production" });
    expect(prod?.backup.destination).toMatchObject({ bucket: "acme-milvus-backups" });
  });
});

/** Comments whose text is a field. */
function uncommented(file: SourceFile, then: (text: string) => string = (text) => text): SourceFile {
  if (!("bytes" in file)) throw new Error(`${file.path} cannot be read.`);
  const text = new TextDecoder().decode(file.bytes).replaceAll(/^( *)# (?= *[\w.]+:(?: |$))/gm, "$1");
  return { path: file.path, bytes: new TextEncoder().encode(then(text)) };
}
