import type { ArgoCd, SyncWindow } from "../environment.ts";
import type { Section } from "./settings.ts";
import { take } from "./take.ts";

type SyncWindowSettings = NonNullable<Section<"argocd">["syncWindows"]>[number];

/** How Argo CD syncs the environment. */
export function resolveArgoCd(argocd: Section<"argocd">): ArgoCd {
  const known = take("argocd", argocd, "sync", "selfHeal", "prune", "retries", "syncWindows", "annotations");
  return { ...known, syncWindows: known.syncWindows.map(syncWindow) };
}

/** What Argo CD itself takes for a window that does not say it. */
function syncWindow(window: SyncWindowSettings): SyncWindow {
  return { ...window, timeZone: window.timeZone ?? "UTC", manualSync: window.manualSync ?? false };
}
