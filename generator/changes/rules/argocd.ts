import type { KubernetesObject } from "../../kubernetes/resource.ts";
import type { ChangedPair } from "../pair.ts";
import { read, readMaps } from "../value.ts";
import { differs, type Judgement, onChange, type Rule, when } from "./rule.ts";

function onApplication(judge: (pair: ChangedPair) => readonly Judgement[]): Rule {
  return onChange((pair) => (pair.after.kind === "Application" ? judge(pair) : []));
}

/** What runs in the old place stays there without an owner, and the new place starts empty. */
export const destinationMoved: Rule = onApplication((pair) =>
  when(
    differs(pair, "spec.destination"),
    "destructive",
    "The environment moves to another cluster or namespace: it starts empty there, and what runs here stays without an owner.",
  ),
);

/** Argo CD applies what stands somewhere else. */
export const sourceMoved: Rule = onApplication((pair) =>
  when(
    ["spec.source", "spec.sources"].some((path) => differs(pair, path)),
    "high",
    "Argo CD takes the environment from another repository, branch or folder.",
  ),
);

/** Whether somebody has to say "sync". */
export const automationSwitched: Rule = onApplication(({ before, after }) => {
  const [old, now] = [isAutomated(before), isAutomated(after)];
  if (old === now) return [];
  return now
    ? when(true, "medium", "Commits are applied without anybody's doing.")
    : when(true, "low", "Commits are applied only when somebody syncs.");
});

function isAutomated(object: KubernetesObject): boolean {
  const automated = read(object, "spec", "syncPolicy", "automated");
  return automated !== undefined && read(automated, "enabled") !== false;
}

function switchOf(object: KubernetesObject, name: string): boolean {
  return read(object, "spec", "syncPolicy", "automated", name) === true;
}

/** Whether what leaves Git leaves the cluster. */
export const pruneSwitched: Rule = onApplication(({ before, after }) => {
  const [old, now] = [switchOf(before, "prune"), switchOf(after, "prune")];
  if (old === now) return [];
  return now
    ? when(true, "medium", "What leaves Git is removed from the cluster, by itself.")
    : when(true, "low", "What leaves Git stays in the cluster until somebody removes it.");
});

/** Whether what people change in the cluster is changed back. */
export const selfHealSwitched: Rule = onApplication(({ before, after }) => {
  const [old, now] = [switchOf(before, "selfHeal"), switchOf(after, "selfHeal")];
  if (old === now) return [];
  return when(true, "low", now ? "Changes by hand in the cluster are undone." : "Changes by hand in the cluster stay.");
});

/** Then a tree that lost all its files empties the cluster. */
export const emptyAllowed: Rule = onApplication(({ before, after }) =>
  when(
    !switchOf(before, "allowEmpty") && switchOf(after, "allowEmpty"),
    "high",
    "An empty folder in Git would empty the environment (allowEmpty).",
  ),
);

/** The project permits what it did not. */
export const projectWidened: Rule = onChange((pair) => {
  if (pair.after.kind !== "AppProject") return [];
  const wider = PERMISSIONS.filter(({ field, isWider }) => differs(pair, `spec.${field}`) && isWider(...lengths(pair, field)));
  return wider.flatMap(({ field }) => when(true, "high", `The project permits more than it did (${field}).`));
});

/** An entry that was exchanged is one more, too. An empty list of namespaced kinds permits them all. */
const PERMISSIONS: readonly { readonly field: string; readonly isWider: (before: number, after: number) => boolean }[] = [
  { field: "sourceRepos", isWider: (before, after) => after >= before },
  { field: "destinations", isWider: (before, after) => after >= before },
  { field: "clusterResourceWhitelist", isWider: (before, after) => after >= before },
  { field: "namespaceResourceWhitelist", isWider: (before, after) => after === 0 || (before > 0 && after >= before) },
  { field: "namespaceResourceBlacklist", isWider: (before, after) => after <= before },
];

function lengths({ before, after }: ChangedPair, field: string): [number, number] {
  const [old = 0, now = 0] = [before, after].map((project) => {
    const list = read(project, "spec", field);
    return Array.isArray(list) ? list.length : 0;
  });
  return [old, now];
}

/** Windows say when a sync may run. */
export const syncWindowsRemoved: Rule = onChange(({ before, after }) => {
  const [old = 0, now = 0] = [before, after].map((project) => readMaps(project, "spec", "syncWindows").length);
  return when(after.kind === "AppProject" && now < old, "medium", "Fewer windows restrict when a sync may run.");
});
