import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { git } from "../support/git.ts";
import { readTree, temporaryRepository } from "../support/repository.ts";
import { runIn } from "../support/run.ts";
import { SIGNED_OUT } from "./proposal-repository.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const GUIDE = join(ROOT, "docs", "pull-requests.md");
const BLOCK = /(?<=<!-- transcript -->\n\n`{5}text\n)[\s\S]*(?=`{5}\n)/;
const COMMAND = ["propose", "--env", "prod", "--set", "milvus.roles.queryNode.replicas=6", "--dry-run"];

it("docs/pull-requests.md shows what a dry run on this repository prints (UPDATE_GOLDEN=1 renews it)", async () => {
  const root = await committedTree();

  const { code, stdout } = await runIn({ cwd: root, env: SIGNED_OUT }, ...COMMAND);
  const transcript = `$ npm run -s ${COMMAND.slice(0, 1)} -- ${COMMAND.slice(1).join(" ")}\n${sameHashes(stdout)}`;

  const guide = readFileSync(GUIDE, "utf8");
  if (process.env.UPDATE_GOLDEN === "1")
    writeFileSync(
      GUIDE,
      guide.replace(BLOCK, () => transcript),
    );
  expect(code).toBe(0);
  expect(BLOCK.exec(readFileSync(GUIDE, "utf8"))?.[0]).toBe(transcript);
});

/** What is generated here, and what it is generated from, as a repository of its own. */
async function committedTree(): Promise<string> {
  const folders = [".github", "apps", "base", "overlays"];
  const files = folders.flatMap((folder) =>
    Object.entries(readTree(join(ROOT, folder))).map(([path, text]) => [`${folder}/${path}`, text] as const),
  );
  const root = temporaryRepository(new Map([...files, ["gitops.yaml", readFileSync(join(ROOT, "gitops.yaml"), "utf8")]]));
  await git(root, "init", "--quiet", "--initial-branch=main");
  await git(root, "add", "--all");
  await git(root, "commit", "--quiet", "--message", "state");
  return root;
}

/** The commit is another one each time. */
function sameHashes(text: string): string {
  return text.replace(/(?<=main \()[0-9a-f]{8}(?=\))/g, "1a2b3c4d").replace(/(?<=--to )[0-9a-f]{12}/g, "1a2b3c4d5e6f");
}
