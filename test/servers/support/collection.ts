import { ConsistencyLevelEnum, DataType, type MilvusClient } from "@zilliz/milvus2-sdk-node";
import { eventually } from "../../support/eventually.ts";
import { requireSuccess } from "./outside-client.ts";
import { DIMENSION, vectorOf } from "./vectors.ts";

const VECTOR = "vector";
const BATCH = 1000;
/** Every list is searched, so that the index answers exactly as a comparison with all rows does. */
const LISTS = 64;

/** Makes a collection of vectors in one shard: two would be two segments, and one under 1,024 rows gets no index. */
export async function createCollection(client: MilvusClient, name: string): Promise<void> {
  const status = await client.createCollection({
    collection_name: name,
    shards_num: 1,
    fields: [
      { name: "id", data_type: DataType.Int64, is_primary_key: true },
      { name: VECTOR, data_type: DataType.FloatVector, dim: DIMENSION },
    ],
  });
  requireSuccess(status);
}

/** Inserts the rows `from` to `to - 1`, each with the vector of its id. */
export async function insertRows(client: MilvusClient, name: string, from: number, to: number): Promise<void> {
  for (let start = from; start < to; start += BATCH) {
    const ids = Array.from({ length: Math.min(BATCH, to - start) }, (_, index) => start + index);
    const data = ids.map((id) => ({ id, [VECTOR]: vectorOf(id) }));
    const { status } = await client.insert({ collection_name: name, data });
    requireSuccess(status);
  }
}

/** Writes all rows to object storage, and has index nodes make an index of them. */
export async function buildIndex(client: MilvusClient, name: string, rows: number): Promise<void> {
  const flushed = await client.flushSync({ collection_names: [name] });
  requireSuccess(flushed.status);
  const index = { index_type: "IVF_FLAT", metric_type: "L2", params: { nlist: LISTS } };
  requireSuccess(await client.createIndex({ collection_name: name, field_name: VECTOR, ...index }));
  await eventually(`an index of ${rows} rows`, 180, async () => {
    const { index_descriptions: found } = await client.describeIndex({ collection_name: name, field_name: VECTOR });
    const indexed = Number(found[0]?.indexed_rows ?? 0);
    return indexed === rows ? { found: true } : { missing: `${indexed} rows are in it.` };
  });
}

/** Loads the collection into query nodes; gives the names of the indexes that the loaded segments have. */
export async function loadCollection(client: MilvusClient, name: string): Promise<string[]> {
  requireSuccess(await client.loadCollectionSync({ collection_name: name }));
  const { status, infos } = await client.getQuerySegmentInfo({ collectionName: name });
  requireSuccess(status);
  return infos.map(({ index_name }) => index_name);
}

/** The ids of the rows nearest to a vector, with all that was inserted before taken into account. */
export async function search(client: MilvusClient, name: string, query: readonly number[], limit: number): Promise<number[]> {
  const { status, results } = await client.search({
    collection_name: name,
    vector: [...query],
    limit,
    params: { nprobe: LISTS },
    output_fields: ["id"],
    consistency_level: ConsistencyLevelEnum.Strong,
  });
  requireSuccess(status);
  return results.map(({ id }) => Number(id));
}

export async function dropCollection(client: MilvusClient, name: string): Promise<void> {
  requireSuccess(await client.dropCollection({ collection_name: name }));
}
