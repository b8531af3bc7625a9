import { readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { EnvironmentFile } from "../../generator/config/schema/environment.ts";
import { descriptions, PLATFORM, readTree, replaceInFile, writeText } from "../support/repository.ts";
import { run } from "../support/run.ts";
import { generatedRepository, PROD } from "./repositories.ts";

const DESCRIPTION = "overlays/prod/environment.yaml";
const RECORD = "overlays/prod/identity.yaml";
const LIST = "overlays/prod/generated.sha256";
const LOST = `${RECORD}:1:1 The record of what cannot change is missing, or is not the one that was generated.\n`;
const GROWTH = "etcd.storage.size: etcd.claims.data.size is 20Gi on record and would become 40Gi.\n";
const REFUSED = {
  code: 2,
  stdout: "",
  stderr: expect.stringMatching(/\n\n2 problems and \d+ warnings in 1 file\. Nothing (?:was written|else was checked)\.\n$/),
};

describe("a change of what cannot change", () => {
  it.each(["generate", "generate --force", "generate --dry-run", "generate --diff", "check"])(
    "is refused by %s with its place, all at once, and nothing is written",
    async (command) => {
      const root = await repositoryWith({ namespace: "vectors", etcd: { storage: { size: "40Gi", storageClass: "ssd" } } });
      const before = readTree(root);
      const result = await run(root, ...command.split(" "));

      expect(result).toEqual(REFUSED);
      expect(`\n${result.stderr}`).toMatch(
        /\noverlays\/prod\/environment\.yaml:\d+:\d+ namespace: namespace is milvus-prod on record/,
      );
      expect(`\n${result.stderr}`).toMatch(new RegExp(`\\n${DESCRIPTION}:\\d+:\\d+ ${GROWTH}`));
      expect(result.stderr).toContain("docs/runbooks/volume-growth.md");
      expect(readTree(root)).toEqual(before);
    },
  );

  it("is told with --json as findings", async () => {
    const root = await repositoryWith({ etcd: { storage: { size: "10Gi", storageClass: "ssd" } } });
    const { code, stdout } = await run(root, "generate", "--json");
    const { findings, written } = JSON.parse(stdout);

    expect({ code, written }).toEqual({ code: 2, written: false });
    expect(findings.filter(({ severity }: { severity: string }) => severity === "error")).toMatchObject([
      { code: "E_IMMUTABLE", path: "etcd.storage.size", location: { file: DESCRIPTION, line: 11 } },
    ]);
  });

  it("is told at the profile of gitops.yaml that says it, once for all of its environments", async () => {
    const platform = (size: string) => ({
      profiles: { big: { extends: "production", etcd: { storage: { size } } } },
    });
    const environments = { one: { ...PROD, profile: "big" }, two: { ...PROD, profile: "big" } };
    const root = await generatedRepository();
    rmSync(join(root, "overlays"), { recursive: true });
    rmSync(join(root, "apps"), { recursive: true });
    await generateOver(root, environments, platform("20Gi"));
    const { code, stderr } = await generateOver(root, environments, platform("40Gi"));

    expect(code).toBe(2);
    expect(stderr).toMatch(/gitops\.yaml:\d+:\d+ profiles\.big\.etcd\.storage\.size: etcd\.claims\.data\.size is 20Gi/);
    expect(stderr).toContain("The same holds for 1 other environment.");
  });
});

describe("an acknowledged change", () => {
  const larger = { etcd: { storage: { size: "40Gi", storageClass: "ssd" } } };
  const acknowledge = [
    { change: "etcd.claims.data.size", from: "20Gi", to: "40Gi", reason: "The volumes were grown by hand." },
  ];
  const APPLIED = "warning: acknowledge[0]: etcd.claims.data.size is 40Gi on record: already applied.";

  it("is written with its record, and told to be removed by every later run, remembered or not", async () => {
    const root = await repositoryWith({ ...larger, acknowledge });
    writeText(root, "node_modules/.keep", "");
    const first = await run(root, "generate");
    const second = await run(root, "generate");
    const third = await run(root, "generate", "--force");

    expect(first).toMatchObject({ code: 0, stdout: expect.stringContaining(`update ${RECORD}\n`) });
    expect(first.stderr).not.toContain("acknowledge");
    expect(readTree(root)[RECORD]).toContain("\netcd.claims.data.size: 40Gi\n");
    for (const later of [second, third]) {
      expect(later).toMatchObject({ code: 0, stdout: "Nothing to do: every generated file is up to date.\n" });
      expect(later.stderr).toContain(APPLIED);
    }
    expect(await run(root, "check")).toMatchObject({ code: 0, stderr: expect.stringContaining(APPLIED) });
  });

  it("leaves the same tree as an environment that began so, once its acknowledgement is gone", async () => {
    const root = await repositoryWith({ ...larger, acknowledge });
    await run(root, "generate");
    describeProd(root, larger);
    await run(root, "generate");

    expect(readTree(root)).toEqual(readTree(await generatedRepository({ prod: { ...PROD, ...larger } })));
  });
});

describe("a record that is gone", () => {
  it("is written again where the list of files vouches for it", async () => {
    const root = await generatedRepository({ prod: PROD });
    const before = readTree(root);
    rmSync(join(root, RECORD));

    expect(await run(root, "generate")).toMatchObject({ code: 0, stdout: `Wrote 1 file:\n  create ${RECORD}\n` });
    expect(readTree(root)).toEqual(before);
  });

  it.each([
    ["by itself", []],
    ["with --force", ["--force"]],
  ])("does not let pass what it would have refused, %s", async (_title, options) => {
    const root = await repositoryWith({ etcd: { storage: { size: "40Gi", storageClass: "ssd" } } });
    rmSync(join(root, RECORD));
    await refusesLost(root, options);
  });

  it("with its list does not either", async () => {
    const root = await repositoryWith({ etcd: { storage: { size: "40Gi", storageClass: "ssd" } } });
    rmSync(join(root, RECORD));
    rmSync(join(root, LIST));
    await refusesLost(root, ["--force"]);
  });

  it("is told where an older generator kept none, and is kept from then on", async () => {
    const root = await generatedRepository({ prod: PROD });
    rmSync(join(root, RECORD));
    writeText(root, LIST, readTree(root)[LIST]?.replace(/^.* {2}identity\.yaml\n/m, "") ?? "");
    const first = await run(root, "generate");

    expect(first).toMatchObject({ code: 0, stdout: `Wrote 2 files:\n  update ${LIST}\n  create ${RECORD}\n` });
    expect(first.stderr).toContain(
      `${RECORD}:1:1 warning: The environment was generated before without a record of what cannot change.\n`,
    );
    expect((await run(root, "generate")).stderr).not.toContain("without a record");
  });
});

describe("a record that was edited", () => {
  it("is a conflict, and --force brings it back where nothing else changed", async () => {
    const root = await generatedRepository({ prod: PROD });
    const before = readTree(root);
    replaceInFile(root, RECORD, "etcd.claims.data.size: 20Gi", "etcd.claims.data.size: 40Gi");

    expect(await run(root, "generate")).toMatchObject({
      code: 3,
      stderr: expect.stringContaining(`${RECORD} was edited by hand since it was generated.\n`),
    });
    expect((await run(root, "generate", "--force")).code).toBe(0);
    expect(readTree(root)).toEqual(before);
  });

  it("to what the description now says lets nothing pass", async () => {
    const root = await repositoryWith({ etcd: { storage: { size: "40Gi", storageClass: "ssd" } } });
    replaceInFile(root, RECORD, "etcd.claims.data.size: 20Gi", "etcd.claims.data.size: 40Gi");
    await refusesLost(root, ["--force"]);
  });

  it("and struck off the list is as little a record", async () => {
    const root = await repositoryWith({ etcd: { storage: { size: "40Gi", storageClass: "ssd" } } });
    replaceInFile(root, RECORD, "etcd.claims.data.size: 20Gi", "etcd.claims.data.size: 40Gi");
    writeText(root, LIST, readTree(root)[LIST]?.replace(/^.* {2}identity\.yaml\n/m, "") ?? "");
    await refusesLost(root, ["--force"]);
  });

  it("by a merge that left its marks is one too", async () => {
    const root = await repositoryWith({ etcd: { storage: { size: "40Gi", storageClass: "ssd" } } });
    replaceInFile(root, RECORD, "namespace:", "<<<<<<< HEAD\nnamespace:");
    await refusesLost(root, []);
  });
});

describe("an environment under another name", () => {
  it("is refused where its folder was moved with all that is generated", async () => {
    const root = await generatedRepository({ prod: { ...PROD, namespace: "vectors" } });
    renameSync(join(root, "overlays/prod"), join(root, "overlays/production"));
    const { code, stderr } = await run(root, "generate");

    expect(code).toBe(2);
    expect(stderr).toContain("argocd.application is milvus-prod on record and would become milvus-production.\n");
    expect(stderr).toContain("docs/runbooks/rename.md");
  });

  it("is refused where its description alone was moved, and where the old folder is gone altogether", async () => {
    const moved = await generatedRepository({ prod: { ...PROD, namespace: "vectors" } });
    const removed = await generatedRepository({ prod: { ...PROD, namespace: "vectors" } });
    for (const root of [moved, removed]) {
      writeText(root, "overlays/production/environment.yaml", readFileSync(join(root, DESCRIPTION), "utf8"));
      rmSync(join(root, DESCRIPTION));
    }
    rmSync(join(removed, "overlays/prod"), { recursive: true });

    for (const root of [moved, removed]) {
      expect(await run(root, "generate")).toMatchObject({
        code: 2,
        stderr: expect.stringContaining("namespace: The environment prod is gone, and this one has its namespace.\n"),
      });
    }
  });
});

async function repositoryWith(settings: Partial<EnvironmentFile>): Promise<string> {
  const root = await generatedRepository({ prod: PROD });
  describeProd(root, settings);
  return root;
}

function describeProd(root: string, settings: Partial<EnvironmentFile>): void {
  writeText(root, DESCRIPTION, descriptions({ prod: { ...PROD, ...settings } }).get(DESCRIPTION) ?? "");
}

function generateOver(root: string, environments: Record<string, EnvironmentFile>, platform: object) {
  for (const [path, text] of descriptions(environments, { ...PLATFORM, ...platform })) writeText(root, path, text);
  return run(root, "generate");
}

async function refusesLost(root: string, options: readonly string[]): Promise<void> {
  const before = readTree(root);
  const { code, stdout, stderr } = await run(root, "generate", ...options);

  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(`\n${stderr}`).toContain(`\n${LOST}`);
  expect(stderr).toContain(`git restore -- ${RECORD} ${LIST} (docs/identity.md). (E_IMMUTABLE)\n`);
  expect(readTree(root)).toEqual(before);
}
