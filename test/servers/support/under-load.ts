import { expect } from "vitest";
import { eventually, timed } from "../../support/eventually.ts";
import { dropCollection } from "./collection.ts";
import type { TestEnvironment } from "./environment.ts";
import { fillCollection, type Load, type LoadReport, lostRows, type Requests, startLoad } from "./load.ts";
import { asClient, ROOT } from "./outside-client.ts";
import { waitUntilReady } from "./wait-until-ready.ts";

/** How long the clients may wait to be served again, once the last pod is Ready. */
const SECONDS_TO_SERVE = 240;

/** What happened to the clients while something was done to the environment. */
export interface Ordeal extends LoadReport {
  /** From the fault until every pod was Ready again, in seconds with one decimal. */
  readonly seconds: string;
  /** From then until both clients were answered again. */
  readonly served: string;
  readonly lost: readonly number[];
}

/**
 * Lets a client write and another search while `fault` is done, until every pod is Ready again and both are answered; then asks for
 * every row that was ever acknowledged.
 */
export async function underLoad(environment: TestEnvironment, fault: () => Promise<unknown>, account = ROOT): Promise<Ordeal> {
  const name = "under_load";
  const ids = await fillCollection(environment, account, name);
  const load = startLoad(environment, account, { name, ids });
  await answered(load);
  const { seconds } = await timed(async () => {
    await fault();
    await waitUntilReady(environment, 900);
  });
  const { seconds: served } = await timed(() => answered(load));
  const report = await load.stop();
  const lost = await lostRows(environment, account, { name, ids: [...ids, ...report.acknowledged] });
  await asClient(environment, account, (client) => dropCollection(client, name));
  return { ...report, seconds, served, lost };
}

/** Waits until both clients have an answer to a question that they asked after now, or nearly so. */
async function answered(load: Load): Promise<void> {
  const start = performance.now();
  await eventually("both clients answered", SECONDS_TO_SERVE, async () => {
    const { insert, search } = load.lastSuccess();
    const missing = [insert > start ? [] : ["inserts"], search > start ? [] : ["searches"]].flat();
    return missing.length === 0 ? { found: true } : { missing: `No answer to ${missing.join(" and ")}: ${load.lastFailure()}` };
  });
}

/** "Ready after 12.3 s, served 0.1 s later; 3 of 210 inserts and 1 of 240 searches failed, 0 answers lacked a row, longest pause 4.1 s and 1.2 s". */
export function figureOf({ seconds, served, inserts, searches, acknowledged }: Ordeal): string {
  const part = (name: string, { sent, failed }: Requests) => `${failed} of ${sent} ${name}`;
  const pauses = [inserts, searches].map(({ gap }) => `${gap.toFixed(1)} s`).join(" and ");
  return `Ready after ${seconds} s, served ${served} s later; ${part("inserts", inserts)} and ${part("searches", searches)} failed, ${searches.wrong} answers lacked a row, longest pause ${pauses}; ${acknowledged.length} rows acknowledged`;
}

/**
 * Nothing that was acknowledged is lost, and both clients were served again. While the segments of a lost query node move, Milvus 2.3
 * answers without them, so answers that lack a row are told and not refused.
 */
export function expectNothingLost({ lost, acknowledged }: Ordeal): void {
  expect(lost).toEqual([]);
  expect(acknowledged.length).toBeGreaterThan(0);
}
