import { identityFindings } from "../../generator/commands/identity.ts";
import { identityPath, identityText } from "../../generator/commands/identity-file.ts";
import { partsOf } from "../../generator/commands/parts.ts";
import { type Config, loadConfig } from "../../generator/config/index.ts";
import type { EnvironmentFile } from "../../generator/config/schema/environment.ts";
import type { Finding } from "../../generator/errors.ts";
import { resolveConfig } from "../../generator/model/index.ts";
import { areaOf, MANIFEST } from "../../generator/system/areas.ts";
import { manifestOf, renderManifest } from "../../generator/system/manifest.ts";
import type { FileChange } from "../../generator/system/tree.ts";
import { environmentFile, sourcesOf } from "../support/repository.ts";

type Files = ReadonlyMap<string, string>;
type Environments = Readonly<Record<string, EnvironmentFile>>;

/** What one generation after another comes to, in memory: the records of the first are those that the second finds. */
export function secondGeneration(before: Environments, after: Environments): readonly Finding[] {
  const { config, files } = recordsOf(after);
  return identityFindings(config, { files }, { changes: changesBetween(recordsOf(before).files, files) });
}

/** A refused change as a line: its fact, its field, its runbook, and `!` where it cannot be acknowledged. */
export function refusals(before: EnvironmentFile, after: EnvironmentFile): string[] {
  return secondGeneration({ prod: before }, { prod: after }).map(refusal);
}

export function refusal({ message, path, remedy }: Finding): string {
  const [fact] = message.split(" ");
  const runbook = /docs\/runbooks\/([a-z0-9-]+)\.md/.exec(remedy)?.[1];
  return [
    fact,
    ...(path === fact || path === "" ? [] : [`at ${path}`]),
    `${remedy.startsWith("Take it back") ? "!" : ""}${runbook}`,
  ].join(" ");
}

/** Descriptions that must be right, with the records of their environments alone; a whole plan takes ten times as long. */
export function recordsOf(environments: Environments): { readonly config: Config; readonly files: Files } {
  const { config, findings } = loadConfig(sourcesOf(environments));
  const resolved = config === undefined ? undefined : resolveConfig(config);
  const errors = [...findings, ...(resolved?.findings ?? [])].filter(({ severity }) => severity === "error");
  if (config === undefined || resolved === undefined || errors.length > 0) throw new Error(errors.map(told).join("\n"));
  const files = resolved.environments.flatMap((environment): [string, string][] => [
    [`overlays/${environment.name}/kustomization.yaml`, "kind: Kustomization\n"],
    [identityPath(environment.name), identityText(environment, partsOf(environment))],
  ]);
  return { config, files: new Map(files) };
}

function told({ path, message }: Finding): string {
  return `${path}: ${message}`;
}

/** What would be written over the one tree to make the other, with the lists of files as a run keeps them. */
export function changesBetween(before: Files, after: Files): FileChange[] {
  const [old, next] = [withLists(before), withLists(after)];
  const paths = [...new Set([...old.keys(), ...next.keys()])].sort();
  return paths.flatMap((path): FileChange[] => {
    const [from, to] = [old.get(path), next.get(path)];
    if (from === to) return [];
    const kind = from === undefined ? "create" : "update";
    return [{ path, kind: to === undefined ? "delete" : kind, before: from, after: to }];
  });
}

function withLists(files: Files): Map<string, string> {
  const areas = new Map<string, Map<string, string>>();
  for (const [path, text] of files) {
    const area = areaOf(path) ?? "";
    areas.set(area, new Map([...(areas.get(area) ?? []), [path, text]]));
  }
  const lists = [...areas].map(([area, texts]): [string, string] => [
    `${area}/${MANIFEST}`,
    renderManifest(area, manifestOf(texts)),
  ]);
  return new Map([...files, ...lists]);
}

export type Overrides = Partial<EnvironmentFile>;

export function production(overrides: Overrides = {}): EnvironmentFile {
  return environmentFile("production", { milvus: { version: "2.6.20" }, ...overrides });
}

export function development(overrides: Overrides = {}): EnvironmentFile {
  return environmentFile("development", { milvus: { version: "2.6.20" }, ...overrides });
}
