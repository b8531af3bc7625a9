import { addressOf } from "./tracking.ts";
import type { Seen } from "./watch.ts";
import { isReady, isWorkload } from "./workload.ts";

/**
 * A place in the history of a cluster. The resourceVersions of all kinds come from one counter of etcd, so they order what
 * happened without a clock; the milliseconds are only for people.
 */
interface Moment {
  readonly version: number;
  readonly at: number;
}

/** A wave: when its first object was written, and when the last of its workloads was ready, if ever. */
export interface Wave {
  readonly number: number;
  readonly began: Moment;
  readonly ready: Moment | undefined;
}

const ANNOTATION = "argocd.argoproj.io/sync-wave";
const NEVER: Moment = { version: Number.POSITIVE_INFINITY, at: Number.POSITIVE_INFINITY };

/** The waves of a namespace in their order. The events are those in which an object has what is rolled out. */
export function wavesOf(events: readonly Seen[]): Wave[] {
  const histories = groupBy(events, ({ object }) => addressOf(object));
  const waves = groupBy([...histories.values()], ([first]) => Number(first?.object.metadata.annotations?.[ANNOTATION] ?? 0));
  return [...waves]
    .map(([number, members]) => ({ number, began: earliest(members), ready: allReady(members) }))
    .sort((a, b) => a.number - b.number);
}

/** Each wave that began although one before it was not ready. */
export function overtakings(waves: readonly Wave[]): string[] {
  return waves.flatMap((wave, index) => {
    const before = waves.slice(0, index).filter(({ ready = NEVER }) => wave.began.version <= ready.version);
    return before.map(({ number }) => `wave ${wave.number} began before wave ${number} was ready`);
  });
}

/** "wave 5 after 31 s, ready after 64 s" for each wave, short. */
export function timetable(waves: readonly Wave[]): string {
  const zero = waves[0]?.began.at ?? 0;
  const seconds = (moment: Moment = NEVER) => Math.round((moment.at - zero) / 1000);
  return waves.map(({ number, began, ready }) => `${number}: ${seconds(began)}-${seconds(ready)} s`).join(", ");
}

function earliest(histories: readonly (readonly Seen[])[]): Moment {
  return histories.map(([first]) => momentOf(first)).reduce((a, b) => (a.version < b.version ? a : b), NEVER);
}

function allReady(histories: readonly (readonly Seen[])[]): Moment | undefined {
  const moments = histories.map((history) => momentOf(history.find(({ object }) => !isWorkload(object) || isReady(object))));
  const last = moments.reduce((a, b) => (a.version > b.version ? a : b));
  return last === NEVER ? undefined : last;
}

function momentOf(event: Seen | undefined): Moment {
  return event === undefined ? NEVER : { version: Number(event.object.metadata.resourceVersion), at: event.at };
}

function groupBy<K, T>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
