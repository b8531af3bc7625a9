import type { KubernetesObject } from "../kubernetes/resource.ts";

const SYNC_OPTIONS = "argocd.argoproj.io/sync-options";

/** Options that delete and make anew, or let through what the API server would refuse. */
const DESTRUCTIVE: ReadonlySet<string> = new Set(["Force=true", "Replace=true", "Validate=false"]);

/** Argo CD's options on an object, `Prune=false`. */
export function syncOptionsOf({
  annotations,
}: {
  readonly annotations?: KubernetesObject["metadata"]["annotations"];
}): string[] {
  return String(annotations?.[SYNC_OPTIONS] ?? "")
    .split(",")
    .map((option) => option.trim())
    .filter((option) => option !== "");
}

export function destructiveOptions(options: readonly string[]): string[] {
  return options.filter((option) => DESTRUCTIVE.has(option));
}
