import type { Config } from "../../config/index.ts";
import { type Comparison, compareSides } from "../diff-compare.ts";
import { type Changes, changedSide } from "./changed-side.ts";
import { fieldChanges } from "./field-changes.ts";
import type { Described, Start } from "./plan-proposals.ts";
import { plannedSide } from "./planned-side.ts";
import { PLATFORM, type Proposal } from "./proposal.ts";

interface Wanted extends Described {
  /** All files of each proposal by its name. */
  readonly groups: ReadonlyMap<string, Changes>;
}

/** Each proposal against the tree that all start from. No file is shared here, so what becomes of one environment depends on no other. */
export async function compareProposals({ tree, before, out }: Start, wanted: Wanted): Promise<Proposal[]> {
  const { groups, config, plan } = wanted;
  const changed = changedSide(tree, "this proposal", new Map([...groups.values()].flatMap((files) => [...files])));
  const isFleet = reach(wanted) > MOST_BUILT;
  const sides = isFleet
    ? { before: plannedSide(tree, before.plan), after: plannedSide(changed, plan) }
    : { before: tree, after: changed };
  const comparison = await compareSides(sides, undefined, out);
  return [...groups].map(([name, files]) => ({
    name,
    files,
    fields: fieldChanges(description(before.config, name), description(config, name)),
    comparison: name === PLATFORM ? comparison : only(comparison, name),
    notes: isFleet ? [AS_PLANNED] : [],
    platform: plan.platform,
  }));
}

/** Kustomize takes half a second for the two builds of an environment; a pull request over a thousand would wait for minutes. */
const MOST_BUILT = 20;

const AS_PLANNED =
  `More than ${MOST_BUILT} environments may change, so they were compared as they are planned, not as Kustomize builds them. ` +
  "Pods whose lists only change their order restart too and are not told; `npm run diff` on this branch builds them all.";

/** How many environments may change: a file of the platform reaches all. */
function reach({ groups, plan }: Wanted): number {
  return groups.has(PLATFORM) ? plan.environments.length : groups.size;
}

/** All that a person can say of an environment, its profile's words included. */
function description({ platform, environments }: Config, name: string): unknown {
  if (name === PLATFORM) return platform;
  const environment = environments.find((one) => one.name === name);
  return environment && { ...environment.file, ...environment.settings };
}

function only(comparison: Comparison, wanted: string): Comparison {
  const { environments, unchanged } = comparison;
  return {
    ...comparison,
    environments: environments.filter(({ name }) => name === wanted),
    unchanged: unchanged.filter((name) => name === wanted),
  };
}
