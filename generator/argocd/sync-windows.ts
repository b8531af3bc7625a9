import type { ArgoCdVersion, Environment, SyncWindow } from "../model/environment.ts";
import { hasFeature } from "./features.ts";
import { applicationName } from "./names.ts";

/** When the environment's Application may sync. Argo CD refuses a window that names no application, namespace or cluster. */
export function syncWindows(version: ArgoCdVersion, environment: Environment) {
  const applications = [applicationName(environment.name)];
  return environment.argocd.syncWindows.map((window) => ({ ...fields(window), applications, ...overrun(version) }));
}

function fields({ kind, schedule, duration, timeZone, manualSync }: SyncWindow) {
  return { kind, schedule, duration, timeZone, manualSync };
}

/** A roll-out that has begun runs to its end: stopped between two waves it would leave two versions side by side. */
function overrun(version: ArgoCdVersion) {
  return hasFeature(version, "syncOverrun") ? { syncOverrun: true } : {};
}
