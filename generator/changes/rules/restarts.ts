import type { ChangedPair } from "../pair.ts";
import { restartingPods, restarts } from "../restart.ts";
import { rollingOf } from "../rolling.ts";
import { onChange, type Rule, when } from "./rule.ts";

/** Kubernetes replaces every pod whose template is another one. */
export const podsRestart: Rule = onChange((pair) => {
  if (!restarts(pair)) return [];
  const pods = restartingPods(pair.before, pair.after);
  return when(true, "low", `${podsWords(pods)}${causeWords(pair)}, ${rollingOf(pair.after).words}.`);
});

function podsWords(pods: number | undefined): string {
  if (pods === undefined) return "Every pod restarts";
  return pods === 1 ? "1 pod restarts" : `${pods} pods restart`;
}

function causeWords({ fields }: ChangedPair): string {
  const ofTemplate = fields.filter(({ path }) => path.startsWith("spec.template"));
  if (ofTemplate.every(({ what }) => what === "form")) return " though the template means the same";
  return ofTemplate.every(({ what }) => what === "config") ? " because the configuration changed" : "";
}

/** Where the strategy takes pods away before others are ready, fewer serve meanwhile, or none. */
export const capacityDips: Rule = onChange((pair) => {
  const pods = restartingPods(pair.before, pair.after);
  const missing = rollingOf(pair.after).missing ?? 0;
  if (!restarts(pair) || pods === undefined || missing === 0) return [];
  if (missing >= pods)
    return when(true, "medium", OUTAGE[pair.after.kind] ?? "Nothing of it serves for the time of the restart.");
  return when(pair.after.kind === "Deployment", "medium", `Up to ${missing} of ${pods} pods are missing during the roll-out.`);
});

const OUTAGE: Readonly<Record<string, string>> = {
  Deployment: "Nothing of it serves for the time of the restart.",
  StatefulSet: "Its only pod restarts: no writes for the time of the restart.",
};

/** A member of another wave rolls out before or after others than until now. */
export const waveChanged: Rule = onChange(({ before, after }) => {
  const [old, now] = [before, after].map(({ metadata }) => metadata.annotations?.["argocd.argoproj.io/sync-wave"] ?? "0");
  return when(old !== now, "low", `It is applied in wave ${now} instead of ${old}.`);
});
