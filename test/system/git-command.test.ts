import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { readBlobs } from "../../generator/system/git-blobs.ts";
import { askGit, requireGit } from "../../generator/system/git-command.ts";
import { commitAll, git } from "../support/git.ts";
import { aFolder, put } from "./temporary-folder.ts";

/** A repository whose author wants a program to run on the machine of whoever looks at it. */
async function aTrap(): Promise<{ readonly root: string; readonly mark: string }> {
  const root = aFolder({ "file.txt": "text\n" });
  await commitAll(root);
  const mark = join(aFolder(), "mark");
  const script = `#!/bin/sh\necho ran >> "${mark}"\n`;
  for (const path of ["git", "bin/git", "node_modules/.bin/git", "monitor"]) put(root, path, script, 0o755);
  await git(root, "config", "core.fsmonitor", join(root, "monitor"));
  return { root, mark };
}

/** As a person's shell would be: inside the repository, with PATH as `npm run` and a careless profile leave it. */
function enter(root: string, path: readonly string[]): void {
  const [folder, before] = [process.cwd(), process.env.PATH];
  onTestFinished(() => {
    process.chdir(folder);
    process.env.PATH = before;
  });
  process.chdir(root);
  process.env.PATH = path.join(delimiter);
}

describe("git", () => {
  it("is the machine's own, and starts nothing that the repository brought", async () => {
    const { root, mark } = await aTrap();
    const id = (await git(root, "rev-parse", "HEAD:file.txt")).trim();
    enter(root, ["", ".", "bin", root, join(root, "node_modules/.bin"), process.env.PATH ?? ""]);

    expect((await requireGit(root, "ls-files", "--modified", "--others")).split("\n")).toContain("monitor");
    expect((await readBlobs(root, [id])).get(id)?.toString()).toBe("text\n");
    expect(existsSync(mark)).toBe(false);
  });

  it("that is missing is told", async () => {
    enter(aFolder(), [aFolder()]);

    await expect(askGit(".", "status")).rejects.toMatchObject({
      code: "E_GIT",
      exitCode: 2,
      message: "Git does not answer: there is none on PATH.",
    });
  });

  it("gets no credentials", async () => {
    const bin = aFolder();
    put(bin, "git", "#!/bin/sh\nenv\n", 0o755);
    enter(aFolder(), [bin, process.env.PATH ?? ""]);
    process.env.TEST_API_TOKEN = "letmein";
    onTestFinished(() => {
      delete process.env.TEST_API_TOKEN;
    });

    expect(await requireGit(".", "status")).not.toContain("letmein");
  });
});
