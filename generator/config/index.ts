import type { ZodType } from "zod";
import type { Finding } from "../errors.ts";
import type { Config, EnvironmentConfig, Loaded } from "./config.ts";
import { customFindings } from "./custom-findings.ts";
import { type LoadedFile, loadFile } from "./load.ts";
import { environmentConfig, unknownProfile } from "./load-environment.ts";
import { nameFindings } from "./name-findings.ts";
import { buildProfiles } from "./profile.ts";
import { profileFindings, profileNames } from "./profile-findings.ts";
import { promotionFindings } from "./promotion-findings.ts";
import { EnvironmentFile } from "./schema/environment.ts";
import { PlatformFile } from "./schema/platform.ts";
import type { SourceEnvironment, SourceFile, Sources } from "./sources.ts";
import { unreadable } from "./unreadable.ts";

export type { Config, EnvironmentConfig, Loaded, Origin, Place } from "./config.ts";
export type { Profile } from "./profile.ts";
export type { EnvironmentFile } from "./schema/environment.ts";
export type { PlatformFile } from "./schema/platform.ts";
export type { Settings } from "./schema/settings.ts";
export type { SourceEnvironment, SourceFile, Sources } from "./sources.ts";

/** Bytes to settings, with every problem of every file at once. */
export function loadConfig(sources: Sources): Loaded {
  const platform = loadSource(sources.platform, PlatformFile);
  const environments = sources.environments.map((source) => ({ source, loaded: loadSource(source.file, EnvironmentFile) }));
  const findings = [
    ...("findings" in platform ? platform.findings : platformFindings(platform, sources)),
    ...environments.flatMap(({ source, loaded }) => [
      ...nameFindings(source),
      ...customFindings(source),
      ...("findings" in loaded ? loaded.findings : []),
    ]),
  ];
  if ("findings" in platform) return { config: undefined, findings };
  const merged = mergeEnvironments(platform, environments);
  return { config: merged.config, findings: [...findings, ...merged.findings] };
}

interface LoadedEnvironment {
  readonly source: SourceEnvironment;
  readonly loaded: ReturnType<typeof loadSource<EnvironmentFile>>;
}

function loadSource<T>(source: SourceFile, schema: ZodType<T>): LoadedFile<T> | { readonly findings: Finding[] } {
  if ("unreadable" in source) return { findings: [unreadable(source.path, source.unreadable)] };
  return loadFile(source.path, source.bytes, schema);
}

function platformFindings(platform: LoadedFile<PlatformFile>, { environments }: Sources): Finding[] {
  const names = environments.map(({ name }) => name);
  return [...profileFindings(platform), ...promotionFindings(platform, names)];
}

function mergeEnvironments(
  platform: LoadedFile<PlatformFile>,
  environments: readonly LoadedEnvironment[],
): { readonly config: Config; readonly findings: Finding[] } {
  const profiles = buildProfiles(platform.value.profiles);
  const written = profileNames(platform.value.profiles ?? {});
  const findings: Finding[] = [];
  const merged: EnvironmentConfig[] = [];
  for (const { source, loaded } of environments) {
    if ("findings" in loaded) continue;
    const profile = profiles.get(loaded.value.profile);
    findings.push(...unknownProfile(loaded, profiles, written));
    if (profile !== undefined) merged.push(environmentConfig(source, loaded, { profile, platform: platform.document }));
  }
  const isComplete = merged.length === environments.length;
  return {
    config: { platform: platform.value, locatePlatform: platform.document.locate, environments: merged, isComplete },
    findings,
  };
}
