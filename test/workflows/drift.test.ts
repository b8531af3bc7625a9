import { describe, expect, it } from "vitest";
import { descriptions, environmentFile, PLATFORM, replaceInFile, temporaryRepository } from "../support/repository.ts";
import { run } from "../support/run.ts";

const dev = environmentFile("development", {
  milvus: { version: "2.6.20", config: { proxy: { maxTaskNum: 2048 } }, roles: { queryNode: { replicas: 2 } } },
  exposure: { type: "NodePort", nodePort: 30_001 },
});
const staging = environmentFile("production", { milvus: { version: "2.6.18" } });
const prod = environmentFile("production", { milvus: { version: "2.6.18" } });
const ORDER = { ...PLATFORM, promotion: ["dev", "staging", "prod"] };

function repository(platform: object = ORDER): string {
  return temporaryRepository(descriptions({ dev, staging, prod }, platform));
}

describe("drift", () => {
  it("says field by field what each environment lacks of the one before it, and is content", async () => {
    expect(await run(repository(), "drift")).toEqual({
      code: 0,
      stderr: "",
      stdout: `From dev to staging: 2 fields differ.
  Field                           dev       staging
  milvus.version                  "2.6.20"  "2.6.18"
  milvus.config.proxy.maxTaskNum  2048      nothing
  Propose it: npm run promote -- --from dev --to staging

From staging to prod: nothing differs that promotes.
`,
    });
  });

  it("fails only with --fail, and then only where something differs", async () => {
    const root = repository();
    expect((await run(root, "drift", "--fail")).code).toBe(3);
    expect((await run(repository({ ...PLATFORM, promotion: ["staging", "prod"] }), "drift", "--fail")).code).toBe(0);
  });

  it("gives a program one document", async () => {
    const { code, stdout, stderr } = await run(repository(), "drift", "--json");

    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(JSON.parse(stdout)).toEqual({
      findings: [],
      steps: [
        {
          from: "dev",
          to: "staging",
          fields: [
            { path: "milvus.version", ahead: '"2.6.20"', behind: '"2.6.18"' },
            { path: "milvus.config.proxy.maxTaskNum", ahead: "2048", behind: "nothing" },
          ],
        },
        { from: "staging", to: "prod", fields: [] },
      ],
    });
  });

  it("gives the summary of a job as Markdown", async () => {
    expect((await run(repository(), "drift", "--markdown")).stdout).toBe(`## What is not promoted yet

### dev to staging: 2 fields differ

| Field | dev | staging |
| --- | --- | --- |
| milvus.version | "2.6.20" | "2.6.18" |
| milvus.config.proxy.maxTaskNum | 2048 | nothing |

\`npm run promote -- --from dev --to staging\` proposes it; so does the workflow \`promote\`.

### staging to prod: nothing differs
`);
  });

  it("says that there is no order where gitops.yaml names none", async () => {
    expect(await run(repository(PLATFORM), "drift", "--fail")).toEqual({
      code: 0,
      stderr: "",
      stdout: "gitops.yaml names no two environments under promotion, so none follows another.\n",
    });
  });

  it("compares nothing where a description is wrong", async () => {
    const root = repository();
    replaceInFile(root, "overlays/prod/environment.yaml", "milvus:", "milvis:");
    const { code, stdout, stderr } = await run(root, "drift");

    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/^overlays\/prod\/environment\.yaml:\d+:\d+ milvis: /);
    expect(stderr).toContain("Nothing was compared.\n");
  });
});
