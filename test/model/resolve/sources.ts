import { merge } from "../../../generator/config/merge.ts";
import { BUILT_IN, DEFAULTS } from "../../../generator/config/profiles/index.ts";
import type { PlatformFile } from "../../../generator/config/schema/platform.ts";
import type { Settings } from "../../../generator/config/schema/settings.ts";
import type { Environment } from "../../../generator/model/environment.ts";
import { type EnvironmentSource, resolveEnvironment } from "../../../generator/model/resolve/index.ts";

type Profile = keyof typeof BUILT_IN;

const API_VERSION = "gitops.milvus.dev/v1alpha1";

/** The smallest gitops.yaml. */
export function aPlatformFile(overrides: Partial<PlatformFile> = {}): PlatformFile {
  return {
    apiVersion: API_VERSION,
    kind: "Platform",
    repository: { url: "https://github.com/acme/milvus-gitops.git", branch: "main" },
    argocd: { namespace: "argocd", version: "3.5" },
    ...overrides,
  };
}

/** An environment.yaml that says no more than its profile and `own`. */
export function aSource(profile: Profile, own: Settings = {}, overrides: Partial<EnvironmentSource> = {}): EnvironmentSource {
  return {
    name: "dev",
    file: { apiVersion: API_VERSION, kind: "Environment", profile, ...own },
    profile: { base: profile },
    settings: mergedSettings(profile, own),
    hasCustom: false,
    ...overrides,
  };
}

export function mergedSettings(profile: Profile, own: Settings = {}): Settings {
  return [DEFAULTS, BUILT_IN[profile], own].reduce(merge);
}

/** The environment `dev` of a profile and what the file itself says. */
export function resolved(profile: Profile, own: Settings = {}): Environment {
  return resolveEnvironment(aPlatformFile(), aSource(profile, own));
}
