import type { Logging } from "../../model/environment.ts";
import { parseQuantity } from "../../model/rules/quantity.ts";
import { CA_FILE } from "../access.ts";
import { STREAM_PREFIX } from "../setup/stream.ts";
import { elasticsearchAccess } from "../store.ts";
import { type Directive, directive } from "./directive.ts";
import { ID } from "./record.ts";
import { STATE_FOLDER, TAG } from "./sources.ts";

/**
 * To Elasticsearch (fluent-plugin-elasticsearch 5.4.4). Where it is away or full, Fluentd tries again for ever: the buffer on the node's
 * disk fills up to its limit, and then it stops reading, so that nothing is lost until the kubelet rotates it away.
 */
export function output(logging: Logging): Directive {
  const { url, caSecretName } = elasticsearchAccess(logging);
  const parameters = {
    "@type": "elasticsearch",
    "@id": "elasticsearch",
    ...address(url),
    ...(caSecretName === undefined ? {} : { ca_file: CA_FILE }),
    ssl_verify: true,
    user: `"#{ENV['ELASTICSEARCH_USERNAME']}"`,
    password: `"#{ENV['ELASTICSEARCH_PASSWORD']}"`,
    // By a field that stays in the document, as its id does: what Elasticsearch refuses for now comes here again.
    index_name: `${STREAM_PREFIX}\${environment}`,
    id_key: ID,
    // A data stream takes new documents only.
    write_operation: "create",
    include_timestamp: true,
    retry_tag: RETRY_TAG,
    suppress_type_name: true,
    ...CONNECTION,
  };
  return directive(`match ${TAG}.** ${RETRY_TAG}`, parameters, [buffer(logging.fluentd.buffer)]);
}

/** Of documents that Elasticsearch had no room for, on their way to the buffer again: no filter may take them for lines. */
const RETRY_TAG = "retry";

function address(url: string) {
  const { hostname, port, pathname } = new URL(url);
  const path = pathname === "/" ? {} : { path: pathname };
  return { scheme: "https", host: hostname, port: port === "" ? 443 : Number(port), ...path };
}

const CONNECTION = {
  // Fluentd starts, and reads into its buffer, while Elasticsearch is away.
  verify_es_version_at_startup: false,
  default_elasticsearch_version: 8,
  // Behind a Service there is one address, and asking for others would find those of pods.
  reload_connections: false,
  reload_on_failure: false,
  // A new authority is read with a new connection.
  reconnect_on_error: true,
  request_timeout: "30s",
  log_es_400_reason: true,
  // By default a server that is too busy counts as one that will never take the chunk, which is thrown away.
  unrecoverable_error_types: '["out_of_memory_error"]',
};

function buffer(limit: string): Directive {
  return directive("buffer environment", {
    "@type": "file",
    path: `${STATE_FOLDER}/buffer`,
    chunk_limit_size: 8 * 2 ** 20,
    total_limit_size: Math.floor(parseQuantity(limit)),
    flush_mode: "interval",
    flush_interval: "5s",
    flush_thread_count: 2,
    flush_at_shutdown: false,
    overflow_action: "block",
    retry_forever: true,
    retry_max_interval: "60s",
  });
}
