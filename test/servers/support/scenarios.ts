import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { parse } from "yaml";
import { writeText } from "../../support/repository.ts";

const ARTICLE = join(import.meta.dirname, "..", "..", "golden", "article");
const ENVIRONMENTS = join(import.meta.dirname, "..", "environments");

/** The environments that the proofs start: those of the folder `environments`, and the article's own. */
export function scenarios(): string[] {
  return ["article", ...readdirSync(ENVIRONMENTS).map((file) => basename(file, ".yaml"))];
}

/** What a person has written of an environment. */
export function environmentText(name: string): string {
  const file = name === "article" ? join(ARTICLE, environmentPath(name)) : join(ENVIRONMENTS, `${name}.yaml`);
  return readFileSync(file, "utf8");
}

/** Where this stands in a repository. */
export function environmentPath(name: string): string {
  return `overlays/${name}/environment.yaml`;
}

/** Known before anything is generated, and every scenario names its own. */
export function namespaceOf(name: string): string {
  return (parse(environmentText(name)) as { readonly namespace: string }).namespace;
}

/** A repository with the one environment before the first run of the generator, in a folder that goes with the process. */
export function makeRepository(name: string): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "milvus-gitops-servers-")));
  process.once("exit", () => rmSync(root, { recursive: true, force: true }));
  endWithRun();
  writeText(root, "gitops.yaml", readFileSync(join(ARTICLE, "gitops.yaml"), "utf8"));
  writeText(root, environmentPath(name), environmentText(name));
  return root;
}

/**
 * Vitest ends this process by a signal, on which nothing is tidied up; and where the run is interrupted not at all, so that it would
 * go on with what the next run removes.
 */
function endWithRun(): void {
  for (const event of ["SIGTERM", "disconnect"]) process.once(event, () => process.exit());
}
