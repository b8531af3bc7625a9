import { type Directive, directive } from "./directive.ts";
import { TAG } from "./sources.ts";

/** Keys of the programs' own that have a field here, or say what another field says. */
const KNOWN = ["caller", "level", "logger", "message", "msg", "time", "traceID", "ts"];

/** Of the document in Elasticsearch. */
export const ID = "id";

const FROM_FILE = ["namespace", "app", "role", "pod", "container", "stream"];

const SAID = 'record["parsed"]';

/**
 * The document. Its fields are few and always of one type; whatever else a program says is below `fields`, where Elasticsearch takes
 * any key and any value.
 */
export const RECORD: readonly Directive[] = [
  directive(
    `filter ${TAG}.**`,
    { "@type": "record_transformer", "@id": "document", enable_ruby: true, auto_typecast: true, renew_record: true },
    [
      directive("record", {
        environment: ruby("tag_parts[1]"),
        ...Object.fromEntries(FROM_FILE.map((key) => [key, ruby(`record["${key}"]`)])),
        node: `"#{ENV['NODE_NAME']}"`,
        level: ruby(`${first("level")}&.to_s&.upcase`),
        caller: ruby(`${first("caller", "logger")}&.to_s`),
        trace_id: ruby(`${first("traceID")}&.to_s`),
        message: ruby(`(${first("message", "msg")} || record["log"]).to_s`),
        fields: ruby(`${SAID}.reject { |key, _| ${JSON.stringify(KNOWN)}.include?(key) }`),
      }),
    ],
  ),
  // A chunk that is sent twice, because an answer was lost, is stored once.
  directive(`filter ${TAG}.**`, { "@type": "elasticsearch_genid", "@id": "document_id", hash_id_key: ID }),
];

/** What the program said by the first of these keys that it has; without one nil, which Elasticsearch passes over. */
function first(...keys: readonly string[]): string {
  return `${SAID}.values_at(${keys.map((key) => `"${key}"`).join(", ")}).compact.first`;
}

function ruby(expression: string): string {
  return `\${${expression}}`;
}
