import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { commitAll, git } from "../../support/git.ts";
import { temporaryRepository } from "../../support/repository.ts";
import { serveGit } from "./git-server.ts";

it("serves a repository to git, which cannot push to it", async () => {
  const folder = temporaryRepository(new Map([["work/file.txt", "content\n"]]));
  const served = join(folder, "served");
  mkdirSync(served);
  await commitAll(join(folder, "work"));
  await git(folder, "clone", "--quiet", "--bare", "work", join(served, "repository.git"));
  const server = await serveGit(served, "127.0.0.1");
  onTestFinished(() => server.close());
  const insecure = ["-c", "http.sslVerify=false"];

  await git(folder, ...insecure, "clone", "--quiet", `${server.url}/repository.git`, "clone");
  expect(readFileSync(join(folder, "clone", "file.txt"), "utf8")).toBe("content\n");

  writeFileSync(join(folder, "clone", "file.txt"), "other\n");
  await git(join(folder, "clone"), "commit", "--quiet", "--all", "--message", "change");
  await expect(git(join(folder, "clone"), ...insecure, "push", "--quiet")).rejects.toThrow("403");
  await expect(git(folder, ...insecure, "clone", "--quiet", `${server.url}/none.git`, "none")).rejects.toThrow("not found");
});
