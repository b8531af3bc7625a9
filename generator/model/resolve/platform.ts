import type { PlatformFile } from "../../config/schema/platform.ts";
import type { ArgoCdVersion, Platform } from "../environment.ts";
import { resolveAddons } from "./addons.ts";

/** What gitops.yaml says for all environments together. */
export function resolvePlatform({
  repository,
  argocd,
  images,
  promotion = [],
  owners = [],
  addons = {},
}: PlatformFile): Platform {
  return {
    repository,
    argocd: { namespace: argocd.namespace, version: parseVersion(argocd.version) },
    allowedRegistries: images?.allowedRegistries ?? [],
    promotion,
    owners,
    addons: resolveAddons(addons),
  };
}

function parseVersion(version: string): ArgoCdVersion {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return { major, minor };
}
