import { readFileSync } from "node:fs";
import { type Config, loadConfig } from "../../../generator/config/index.ts";
import type { Environment } from "../../../generator/model/environment.ts";
import { resolveEnvironment } from "../../../generator/model/resolve/index.ts";

const REPOSITORY = new URL("../../../", import.meta.url);

/** Reads and resolves the files of a repository in this one; `folder` ends with a slash, and is empty for this one itself. */
export function loadSample(folder: string, names: readonly string[]) {
  const root = new URL(folder, REPOSITORY);
  const source = (path: string) => ({ path, bytes: readFileSync(new URL(path, root)) });
  const { config, findings } = loadConfig({
    platform: source("gitops.yaml"),
    environments: names.map((name) => ({ name, file: source(`overlays/${name}/environment.yaml`), custom: undefined })),
  });
  return { findings, platform: config?.platform, environments: config === undefined ? [] : resolveAll(config) };
}

function resolveAll({ platform, environments }: Config): Environment[] {
  return environments.map((environment) => resolveEnvironment(platform, environment));
}
