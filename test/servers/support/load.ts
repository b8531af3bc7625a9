import { ConsistencyLevelEnum, type MilvusClient } from "@zilliz/milvus2-sdk-node";
import { buildIndex, createCollection, insertRows, loadCollection, search } from "./collection.ts";
import type { TestEnvironment } from "./environment.ts";
import { type Account, asClient, requireSuccess } from "./outside-client.ts";
import { vectorOf } from "./vectors.ts";

/** What a client that writes and one that searches have seen. */
export interface LoadReport {
  readonly inserts: Requests;
  readonly searches: Requests;
  /** Ids of rows that Milvus said it has. */
  readonly acknowledged: readonly number[];
}

export interface Requests {
  readonly sent: number;
  readonly failed: number;
  /** Answers that lack the row which was asked for. */
  readonly wrong: number;
  /** The longest time from one right answer to the next, in seconds. */
  readonly gap: number;
  /** What the last request that failed was told; empty where none did. */
  readonly lastFailure: string;
}

export interface Load {
  /** When each of the two was last answered well, in milliseconds of this process. */
  readonly lastSuccess: () => { readonly insert: number; readonly search: number };
  /** What the last request of either that failed was told. */
  readonly lastFailure: () => string;
  /** Asks both to end after the request that they are in, and waits for it. */
  readonly stop: () => Promise<LoadReport>;
}

/** Rows that are there, indexed and loaded before the first fault. */
const FIRST_ROWS = 2000;
const ROWS_A_REQUEST = 5;
const PAUSE_MILLISECONDS = 100;
const CHUNK = 500;

/** Makes a collection with an index, loads it, and gives the ids of its rows. */
export async function fillCollection(environment: TestEnvironment, account: Account, name: string): Promise<number[]> {
  await asClient(environment, account, async (client) => {
    await createCollection(client, name);
    await insertRows(client, name, 0, FIRST_ROWS);
    await buildIndex(client, name, FIRST_ROWS);
    await loadCollection(client, name);
  });
  return Array.from({ length: FIRST_ROWS }, (_, id) => id);
}

/**
 * One client inserts rows without end, and another searches rows of the beginning, until both are stopped. Rows that have just come
 * are searched by an interim index, which may miss one, so they are not asked for here.
 */
export function startLoad(environment: TestEnvironment, account: Account, collection: LoadedCollection): Load {
  const acknowledged: number[] = [];
  const [inserts, searches] = [newStream(), newStream()];
  const work = Promise.all([
    asClient(environment, account, (client) => insertAll(client, collection, acknowledged, inserts)),
    asClient(environment, account, (client) => searchAll(client, collection, searches)),
  ]);
  // A failure is told where the load is stopped; until then nobody awaits it.
  work.catch(() => undefined);
  const stop = async () => {
    for (const stream of [inserts, searches]) stream.isRunning = false;
    await work;
    return { inserts: inserts.count, searches: searches.count, acknowledged };
  };
  return {
    stop,
    lastSuccess: () => ({ insert: inserts.last, search: searches.last }),
    lastFailure: () => [inserts, searches].map(({ count }) => count.lastFailure).join(" | "),
  };
}

/** The ids among these that a search for them no longer finds. */
export async function lostRows(
  environment: TestEnvironment,
  account: Account,
  collection: LoadedCollection,
): Promise<number[]> {
  return asClient(environment, account, async (client) => {
    const found = new Set<number>();
    for (let start = 0; start < collection.ids.length; start += CHUNK) {
      const ids = collection.ids.slice(start, start + CHUNK);
      const { status, data } = await client.query({
        collection_name: collection.name,
        filter: `id in [${ids.join(",")}]`,
        output_fields: ["id"],
        consistency_level: ConsistencyLevelEnum.Strong,
      });
      requireSuccess(status);
      for (const { id } of data) found.add(Number(id));
    }
    return collection.ids.filter((id) => !found.has(id));
  });
}

/** A collection and the ids of all rows that Milvus said it has. */
export interface LoadedCollection {
  readonly name: string;
  readonly ids: readonly number[];
}

/** Requests that are sent one after the other. */
interface Stream {
  isRunning: boolean;
  /** When the last one was answered well. */
  last: number;
  readonly count: { sent: number; failed: number; wrong: number; gap: number; lastFailure: string };
}

function newStream(): Stream {
  return {
    isRunning: true,
    last: performance.now(),
    count: { sent: 0, failed: 0, wrong: 0, gap: 0, lastFailure: "" },
  };
}

/** A request that was not acknowledged may have been carried out all the same, so its ids are never used again. */
async function insertAll(
  client: MilvusClient,
  { name, ids }: LoadedCollection,
  acknowledged: number[],
  stream: Stream,
): Promise<void> {
  let next = Math.max(...ids) + 1;
  await repeat(stream, async () => {
    const from = next;
    next += ROWS_A_REQUEST;
    await insertRows(client, name, from, next);
    for (let id = from; id < next; id += 1) acknowledged.push(id);
    return true;
  });
}

/** The row itself is the nearest to its vector. */
async function searchAll(client: MilvusClient, { name, ids }: LoadedCollection, stream: Stream): Promise<void> {
  let turn = 0;
  await repeat(stream, async () => {
    turn += 1;
    const id = ids[(turn * 7919) % ids.length] ?? 0;
    const [nearest] = await search(client, name, vectorOf(id), 1);
    return nearest === id;
  });
}

/** Counts what becomes of each request; one that throws has failed, and one that gives false was answered wrongly. */
async function repeat(stream: Stream, request: () => Promise<boolean>): Promise<void> {
  while (stream.isRunning) {
    stream.count.sent += 1;
    try {
      if (await request()) noteSuccess(stream);
      else stream.count.wrong += 1;
    } catch (error) {
      stream.count.failed += 1;
      stream.count.lastFailure = String(error);
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS));
  }
}

function noteSuccess(stream: Stream): void {
  const now = performance.now();
  stream.count.gap = Math.max(stream.count.gap, (now - stream.last) / 1000);
  stream.last = now;
}
