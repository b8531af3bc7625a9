import { buildApps } from "../argocd/index.ts";
import { type Config, loadConfig } from "../config/index.ts";
import type { Sources } from "../config/sources.ts";
import type { FileTree } from "../documents/file-tree.ts";
import { renderFile, renderTree } from "../documents/tree.ts";
import type { Finding } from "../errors.ts";
import { baseFiles, sharedBase } from "../kustomize/base.ts";
import { baseEnvironments } from "../model/base-environments.ts";
import type { Environment, Platform } from "../model/environment.ts";
import { resolveConfig } from "../model/index.ts";
import { environmentFiles } from "./environment-files.ts";
import { guides } from "./guides.ts";
import { loggingFiles } from "./logging-files.ts";
import { sharedUnits } from "./parts.ts";

/** Everything that a run would write, and what it was made from. */
export interface Plan {
  readonly platform: Platform;
  readonly environments: readonly Environment[];
  readonly files: FileTree;
}

/** A plan with the description that it was made from, which knows the place of every field; neither where the findings are errors. */
export type Planned = { readonly findings: readonly Finding[] } & (
  | { readonly plan: Plan; readonly config: Config }
  | { readonly plan: undefined; readonly config: undefined }
);

/** From what people wrote to every generated file; findings of severity error leave no plan. */
export function planRepository(sources: Sources): Planned {
  const { config, findings } = loadConfig(sources);
  if (config === undefined) return { plan: undefined, config, findings };
  const resolved = resolveConfig(config);
  const all = [...findings, ...resolved.findings];
  const isBroken = all.some(({ severity }) => severity === "error");
  if (isBroken) return { plan: undefined, config: undefined, findings: all };
  return { plan: planFiles(config, resolved), config, findings: all };
}

function planFiles(config: Config, { platform, environments }: Pick<Plan, "platform" | "environments">): Plan {
  const base = sharedBase(baseEnvironments(config.platform).map(sharedUnits));
  const files = new Map([
    ...renderTree(baseFiles(base, "gitops.yaml")),
    ...guides(platform, environments, base),
    ...loggingFiles(platform, environments),
  ]);
  for (const environment of environments) {
    for (const [path, text] of environmentFiles(environment, base)) files.set(path, text);
  }
  for (const { path, source, value } of buildApps(platform, environments)) files.set(path, renderFile(source, value));
  return { platform, environments, files };
}
