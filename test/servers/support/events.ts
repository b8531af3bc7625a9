import { type LiveObject, listObjects } from "../../support/live-object.ts";

/** An event of type Warning about an object. The same one again counts up, and `last` is its last time. */
export interface Warning {
  readonly name: string;
  readonly reason: string;
  readonly message: string;
  readonly count: number;
  readonly last: Date;
}

interface Event extends LiveObject {
  readonly involvedObject: { readonly name: string };
  readonly reason: string;
  readonly message: string;
  readonly count?: number;
  readonly lastTimestamp: string | null;
  readonly eventTime: string | null;
}

export async function warningsOf(namespace: string): Promise<Warning[]> {
  const events = await listObjects<Event>("events", "-n", namespace, "--field-selector", "type=Warning");
  return events.map(({ involvedObject, reason, message, count, lastTimestamp, eventTime }) => ({
    name: involvedObject.name,
    reason,
    message,
    // The scheduler writes events of the newer kind, which have one time and no count.
    count: count ?? 1,
    last: new Date(lastTimestamp ?? eventTime ?? 0),
  }));
}

/** How many warnings there are for each reason: "Unhealthy 12, FailedScheduling 1". */
export function countByReason(warnings: readonly Warning[]): string {
  const counts = new Map<string, number>();
  for (const { reason, count } of warnings) counts.set(reason, (counts.get(reason) ?? 0) + count);
  return [...counts].map(([reason, count]) => `${reason} ${count}`).join(", ") || "none";
}
