import type { Finding } from "../errors.ts";
import type { EnvironmentConfig } from "./config.ts";
import type { SourceDocument } from "./document.ts";
import type { LoadedFile } from "./load.ts";
import type { Path } from "./locate.ts";
import { merge } from "./merge.ts";
import { originOf } from "./origin-of.ts";
import { finding } from "./place.ts";
import { placeOf } from "./place-of.ts";
import type { Profile, Profiles } from "./profile.ts";
import type { EnvironmentFile } from "./schema/environment.ts";
import type { Settings } from "./schema/settings.ts";
import type { SourceEnvironment } from "./sources.ts";
import { unknownReference } from "./unknown-reference.ts";

/** The file of an environment over its profile. */
export function environmentConfig(
  { name, custom }: SourceEnvironment,
  { document, value }: LoadedFile<EnvironmentFile>,
  { profile, platform }: { readonly profile: Profile; readonly platform: SourceDocument },
): EnvironmentConfig {
  const origin = (path: Path) => originOf(document.value, profile, path);
  const place = (path: Path) => placeOf({ environment: document, platform }, origin(path), path);
  const settings = merge(profile.settings, ownSettings(value));
  return {
    name,
    hasCustom: custom !== undefined,
    file: value,
    profile,
    settings,
    origin,
    place,
    locate: (path) => place(path).location,
  };
}

/** The profile that a file names is none. One that is there but leads nowhere is told in gitops.yaml, where it is mended. */
export function unknownProfile(
  { document, value }: LoadedFile<EnvironmentFile>,
  profiles: Profiles,
  written: readonly string[],
): Finding[] {
  if (profiles.has(value.profile) || written.includes(value.profile)) return [];
  return [finding(document.locate(["profile"]), "profile", "E_REF", unknownReference("profile", value.profile, written))];
}

/** What belongs to the environment alone is no setting. */
function ownSettings(file: EnvironmentFile): Settings {
  const { apiVersion: _1, kind: _2, profile: _3, namespace: _4, cluster: _5, ...rest } = file;
  const { suppressions: _6, acknowledge: _7, ...settings } = rest;
  return settings;
}
