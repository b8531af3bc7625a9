import type { MilvusClient } from "@zilliz/milvus2-sdk-node";
import { expect, it } from "vitest";
import { timed } from "../../support/eventually.ts";
import { buildIndex, createCollection, dropCollection, insertRows, loadCollection, search } from "../support/collection.ts";
import type { TestEnvironment } from "../support/environment.ts";
import { type Account, asClient, collectionNames } from "../support/outside-client.ts";
import { nearest, vectorOf } from "../support/vectors.ts";

const NAME = "from_outside";
const ROWS = 3000;
const LIMIT = 10;
/** Vectors of no row. */
const QUERIES = Array.from({ length: 20 }, (_, index) => vectorOf(ROWS + index));

/** A person's first hour, with the official SDK through the NodePort. */
export function itServesOutside(environment: () => TestEnvironment, account?: Account): void {
  it("lists no collection to a client outside, because it is new", async () => {
    expect(await asClient(environment(), account, collectionNames)).toEqual([]);
  });

  it("finds for a client outside what a comparison with all vectors finds", async ({ task }) => {
    const { found, indexes, left, seconds } = await asClient(environment(), account, fillAndSearch);
    task.meta.figure = `${ROWS} vectors, ${QUERIES.length} searches in ${seconds} s`;

    expect(new Set(indexes)).toEqual(new Set(["vector"]));
    expect(found).toEqual(QUERIES.map((query) => nearest(query, ROWS, LIMIT)));
    expect(left).toEqual([]);
  });
}

async function fillAndSearch(client: MilvusClient) {
  await createCollection(client, NAME);
  await insertRows(client, NAME, 0, ROWS);
  await buildIndex(client, NAME, ROWS);
  const indexes = await loadCollection(client, NAME);
  const { value: found, seconds } = await timed(() => searchAll(client));
  await dropCollection(client, NAME);
  return { found, indexes, left: await collectionNames(client), seconds };
}

async function searchAll(client: MilvusClient): Promise<number[][]> {
  const found: number[][] = [];
  for (const query of QUERIES) found.push(await search(client, NAME, query, LIMIT));
  return found;
}
