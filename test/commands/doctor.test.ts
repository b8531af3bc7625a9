import { chmodSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryRepository } from "../support/repository.ts";
import { runIn } from "../support/run.ts";

const KUSTOMIZE = "#!/bin/sh\necho '{version: kustomize/v5.7.1}'\necho v5.7.1\n";

describe("doctor", () => {
  it("says which kustomize is used and where it was looked for", async () => {
    const { cwd, program } = withKustomize();
    const { code, stdout } = await runIn({ cwd, env: { KUSTOMIZE: program } }, "doctor");

    expect(code).toBe(0);
    expect(stdout).toContain(`Node ${process.version}\nKustomize 5.7.1, from `);
    expect(stdout).toContain(program);
    expect(stdout).toContain("\n\nLooked for in this order:\n  the variable KUSTOMIZE: ");
  });

  it("says the same as one JSON document", async () => {
    const { cwd, program } = withKustomize();
    const { code, stdout } = await runIn({ cwd, env: { KUSTOMIZE: program } }, "doctor", "--json");

    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      node: process.version,
      kustomize: { version: "5.7.1", command: expect.arrayContaining([program]) },
      tried: [{ place: "the variable KUSTOMIZE", found: expect.stringContaining("5.7.1") }],
    });
  });

  it("fails where the variable names what is no kustomize", async () => {
    const { cwd } = withKustomize();
    const { code, stdout, stderr } = await runIn({ cwd, env: { KUSTOMIZE: join(cwd, "gone") } }, "doctor");

    expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
    expect(stderr).toContain(join(cwd, "gone"));
  });
});

function withKustomize() {
  const cwd = temporaryRepository(new Map([["kustomize", KUSTOMIZE]]));
  const program = join(cwd, "kustomize");
  chmodSync(program, 0o755);
  return { cwd, program };
}
