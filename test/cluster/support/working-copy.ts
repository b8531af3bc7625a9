import { cpSync, existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { git } from "../../support/git.ts";
import { tryKubectl } from "../../support/kubectl.ts";
import { EVERYTHING, QA, QA_FILE } from "./environments.ts";
import { edit, publish, runCommand } from "./repository.ts";

/**
 * Copies this repository as it stands, with what is not committed yet, makes it that of a team whose Git is at `url`, and
 * pushes it to the bare repository `remote`.
 */
export async function makeWorkingCopy(
  from: string,
  root: string,
  { url, remote }: { url: string; remote: string },
): Promise<void> {
  await copyFiles(from, root);
  linkDependencies(from, root);
  edit(root, "gitops.yaml", { "repository.url": url });
  await addEnvironments(root);
  await runCommand(root, "generate");
  await git(root, "init", "--quiet", "--initial-branch=main");
  await git(root, "init", "--quiet", "--bare", "--initial-branch=main", remote);
  await git(root, "remote", "add", "origin", remote);
  await publish(root, "first state");
}

async function addEnvironments(root: string): Promise<void> {
  for (const name of [EVERYTHING, QA]) mkdirSync(join(root, "overlays", name));
  writeFileSync(join(root, "overlays", QA, "environment.yaml"), QA_FILE);
  const golden = join(root, "test", "golden", EVERYTHING, "overlays", EVERYTHING, "environment.yaml");
  cpSync(golden, join(root, "overlays", EVERYTHING, "environment.yaml"));
  // Kubernetes' own autoscaler would stay Degraded.
  const isWithoutMetrics = (await tryKubectl(["get", "apiservice", "v1beta1.metrics.k8s.io"])).code !== 0;
  if (isWithoutMetrics) edit(root, `overlays/${EVERYTHING}/environment.yaml`, { "milvus.roles.proxy.autoscaling.by": "keda" });
}

async function copyFiles(from: string, root: string): Promise<void> {
  const paths = await git(from, "ls-files", "-z", "--cached", "--others", "--exclude-standard");
  // A file that was deleted and not committed is still listed.
  const present = paths.split("\0").filter((path) => path !== "" && existsSync(join(from, path)));
  for (const path of present) cpSync(join(from, path), join(root, path));
}

/** Package by package, because the generator keeps a cache of its own code in the folder, which each copy must have to itself. */
function linkDependencies(from: string, root: string): void {
  mkdirSync(join(root, "node_modules"));
  const packages = readdirSync(join(from, "node_modules")).filter((name) => !name.startsWith("."));
  for (const name of packages) symlinkSync(join(from, "node_modules", name), join(root, "node_modules", name));
}
