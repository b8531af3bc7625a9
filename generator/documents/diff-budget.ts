import type { DiffEnvironment, DiffGroup, DiffReason, DiffWave } from "./diff-values.ts";

/** What Markdown tells of an environment. */
export interface MarkdownEnvironment extends DiffEnvironment {
  readonly groups: readonly DiffGroup[];
}

/** What can be left out, by its identity. */
export type Droppable = MarkdownEnvironment | DiffReason | DiffGroup | readonly DiffWave[];

const RISKS: readonly string[] = ["none", "low", "medium", "high", "destructive"];

/**
 * Everything that can be left out, the least important first: fields of objects, then roll-outs, then reasons, last whole
 * environments. Within each kind the least risk goes first, and of one risk what stands further down.
 */
export function dropOrder(environments: readonly MarkdownEnvironment[]): readonly Droppable[] {
  return [
    ...byRisk(environments.flatMap(({ groups }) => groups)),
    ...byRisk(environments).map(({ rollOut }) => rollOut),
    ...byRisk(environments.flatMap(({ reasons }) => reasons)),
    ...byRisk(environments),
  ];
}

function byRisk<T extends { readonly risk: string }>(items: readonly T[]): T[] {
  return [...items].reverse().sort((a, b) => RISKS.indexOf(a.risk) - RISKS.indexOf(b.risk));
}

/** How many of the order must go for a text to fit; each one more makes it shorter. */
export function neededDrops(count: number, fits: (dropped: number) => boolean): number {
  let [least, most] = [0, count];
  while (least < most) {
    const middle = Math.floor((least + most) / 2);
    if (fits(middle)) most = middle;
    else least = middle + 1;
  }
  return least;
}

/** "2 roll-outs and 14 objects", undefined where nothing is left out. */
export function leftOut(environments: readonly MarkdownEnvironment[], dropped: ReadonlySet<Droppable>): string | undefined {
  const kept = environments.filter((environment) => !dropped.has(environment));
  const counts = [
    counted(environments.length - kept.length, "environment"),
    counted(kept.flatMap(({ reasons }) => reasons.filter((reason) => dropped.has(reason))).length, "reason"),
    counted(kept.filter(({ rollOut }) => rollOut.length > 0 && dropped.has(rollOut)).length, "roll-out"),
    counted(
      kept.flatMap(({ groups }) => groups.filter((group) => dropped.has(group))).flatMap(({ names }) => names).length,
      "object",
    ),
  ].flat();
  return counts.length === 0 ? undefined : counts.join(", ").replace(/, (?=[^,]*$)/, " and ");
}

function counted(number: number, noun: string): string[] {
  return number === 0 ? [] : [`${number} ${noun}${number === 1 ? "" : "s"}`];
}
