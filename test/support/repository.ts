import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { onTestFinished } from "vitest";
import { stringify } from "yaml";
import type { EnvironmentFile } from "../../generator/config/schema/environment.ts";
import type { Sources } from "../../generator/config/sources.ts";

export const PLATFORM = {
  apiVersion: "gitops.milvus.dev/v1alpha1",
  kind: "Platform",
  repository: { url: "https://github.com/acme/gitops.git", branch: "main" },
  argocd: { namespace: "argocd", version: "3.5" },
} as const;

/** Descriptions as the files that a person would have written, by their path. */
export function descriptions(environments: Readonly<Record<string, object>>, platform: object = PLATFORM): Map<string, string> {
  const files = Object.entries(environments).map(([name, file]): [string, string] => [
    `overlays/${name}/environment.yaml`,
    stringify(file, { aliasDuplicateObjects: false }),
  ]);
  return new Map([["gitops.yaml", stringify(platform, { aliasDuplicateObjects: false })], ...files]);
}

/** The same as the bytes that a run reads. */
export function sourcesOf(environments: Readonly<Record<string, object>>, platform: object = PLATFORM): Sources {
  const files = descriptions(environments, platform);
  const source = (path: string) => ({ path, bytes: Buffer.from(files.get(path) ?? "") });
  return {
    platform: source("gitops.yaml"),
    environments: Object.keys(environments).map((name) => ({
      name,
      file: source(`overlays/${name}/environment.yaml`),
      custom: undefined,
    })),
  };
}

/** An environment that says nothing but its profile, and what is given. */
export function environmentFile(profile: string, settings: Partial<EnvironmentFile> = {}): EnvironmentFile {
  return { apiVersion: "gitops.milvus.dev/v1alpha1", kind: "Environment", profile, ...settings };
}

/** A folder with these files that is gone when the test is over. */
export function temporaryRepository(files: ReadonlyMap<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), "milvus-gitops-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [path, text] of files) writeText(root, path, text);
  return root;
}

export function writeText(root: string, path: string, text: string): void {
  mkdirSync(join(root, dirname(path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** Changes a file as a person would; what is to be replaced must stand there. */
export function replaceInFile(root: string, path: string, from: string, to: string): void {
  const before = readFileSync(join(root, path), "utf8");
  if (!before.includes(from)) throw new Error(`${path} has no ${from}`);
  writeFileSync(join(root, path), before.replace(from, to));
}

/** Every file below a folder by its path, except Git's own. */
export function readTree(root: string): Record<string, string> {
  const paths = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath ?? entry.path, entry.name)))
    .filter((path) => !path.startsWith(".git/"));
  return Object.fromEntries(paths.sort().map((path) => [path, readFileSync(join(root, path), "utf8")]));
}
