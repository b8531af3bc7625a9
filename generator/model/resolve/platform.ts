import type { PlatformFile } from "../../config/schema/platform.ts";
import type { ArgoCdVersion, Platform } from "../environment.ts";
import { resolveAddons } from "./addons.ts";
import { resolveLogging } from "./logging.ts";
import { resolvePullRequests } from "./pull-requests.ts";

/** What gitops.yaml says for all environments together. */
export function resolvePlatform(platform: PlatformFile): Platform {
  const { repository, argocd, images, promotion = [], owners = [], addons = {}, pullRequests, notifications } = platform;
  return {
    repository,
    argocd: { namespace: argocd.namespace, version: parseVersion(argocd.version) },
    allowedRegistries: images?.allowedRegistries ?? [],
    promotion,
    owners,
    pullRequests: resolvePullRequests(pullRequests),
    notifications: { github: notifications?.github ?? "off" },
    addons: resolveAddons(addons, images?.mirrors ?? {}),
    logging: addons.logging && resolveLogging(addons.logging, images?.mirrors ?? {}),
  };
}

function parseVersion(version: string): ArgoCdVersion {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return { major, minor };
}
