import type { Logging } from "../../model/environment.ts";
import { STREAM_PREFIX } from "./stream.ts";

/** One call of an HTTP API, which may be repeated and leaves the same. */
export interface Request {
  readonly method: "PUT" | "POST";
  readonly path: string;
  readonly body: object;
}

const PATTERN = `${STREAM_PREFIX}*`;

/** Policy and template; also of the account's privileges, and of Kibana, the name. */
const NAME = "milvus-logs";

/** How long logs are kept, and how they are stored; ILM, as every Elasticsearch since 7 has it. */
export function elasticsearchRequests({ retentionDays, store }: Logging): Request[] {
  const copies = store.type === "own" && store.elasticsearch.nodes === 1 ? 0 : 1;
  return [
    { method: "PUT", path: `/_ilm/policy/${NAME}`, body: policy(retentionDays) },
    { method: "PUT", path: `/_index_template/${NAME}`, body: template(copies) },
  ];
}

/** An index a day, or more where a day is large; its age counts from the day's end. */
function policy(days: number) {
  return {
    policy: {
      phases: {
        hot: { actions: { rollover: { max_age: "1d", max_primary_shard_size: "10gb" } } },
        delete: { min_age: `${days}d`, actions: { delete: {} } },
      },
    },
  };
}

/** Above the template `logs` that Elasticsearch brings, whose priority is 100. With one node a copy has no place, and health stays yellow. */
function template(copies: number) {
  return {
    index_patterns: [PATTERN],
    priority: 500,
    data_stream: {},
    template: {
      settings: {
        index: {
          codec: "best_compression",
          lifecycle: { name: NAME },
          number_of_replicas: copies,
          number_of_shards: 1,
          refresh_interval: "10s",
        },
      },
      mappings: { dynamic: false, properties: PROPERTIES },
    },
  };
}

const WORDS = ["app", "caller", "container", "environment", "level", "namespace", "node", "pod", "role", "stream", "trace_id"];

const PROPERTIES = {
  "@timestamp": { type: "date" },
  ...Object.fromEntries(WORDS.map((name) => [name, { type: "keyword", ignore_above: 1024 }])),
  // Any key of any program, without a mapping for each.
  fields: { type: "flattened", ignore_above: 1024 },
  message: { type: "match_only_text" },
};

/** What Kibana offers first (Kibana 8.19, data views API). */
export const KIBANA_REQUESTS: readonly Request[] = [
  {
    method: "POST",
    path: "/api/data_views/data_view",
    body: { data_view: { id: NAME, name: "Milvus", title: PATTERN, timeFieldName: "@timestamp" }, override: true },
  },
];
