import { type Directive, directive } from "./directive.ts";
import { TAG } from "./sources.ts";

const EVERYTHING = `filter ${TAG}.**`;

/** Label of whole lines; what waits for its rest too long goes there directly. */
export const LINES = "@LINES";

/** Pieces to lines, and lines to entries: 16 KiB pieces of one line, and stack traces with the line above them. */
export const WHOLE_LINES: readonly Directive[] = [
  directive(EVERYTHING, {
    "@type": "concat",
    "@id": "parts",
    key: "log",
    separator: '""',
    // The mode for CRI does the same, and drops the stream.
    partial_key: "logtag",
    partial_value: "P",
    stream_identity_key: "path",
    flush_interval: "5s",
    timeout_label: LINES,
  }),
  directive(EVERYTHING, {
    "@type": "concat",
    "@id": "traces",
    key: "log",
    // Java indents a trace, but for the exception, by its class, and for what caused it.
    multiline_start_regexp: "/^(?!\\s|$|Caused by: |(?:[\\w$]+\\.)+[\\w$]+(?::|$))/",
    stream_identity_key: "path",
    use_first_timestamp: true,
    flush_interval: "2s",
    timeout_label: LINES,
  }),
  directive(`match ${TAG}.**`, { "@type": "relabel", "@label": LINES }),
];

/** Who wrote it, from the name of the file: pods here are `etcd-0`, `pulsar-broker-0`, `milvus-querynode-…`, and a team's own. */
const PATH =
  "/^.*\\/(?<pod>(?:(?<app>etcd|milvus|minio|pulsar)(?:-(?<role>[a-z]+))?-)?[^_\\/]+)_(?<namespace>[^_]+)_(?<container>[^_]+)-[0-9a-f]{64}\\.log$/";

/** Milvus in text: `[time] [INFO] [caller] ["message"] [traceID=…] [key=value]`. */
const MILVUS_TEXT =
  "/^\\[[^\\]]+\\] \\[(?<level>[A-Z]+)\\] \\[(?<caller>[^\\]]*)\\] (?:(?=.*\\[traceID=(?<traceID>[^\\]]+)\\]))?(?<message>.*)$/m";

/** Pulsar, BookKeeper and ZooKeeper, with the image's log4j2.yaml: `time [thread] INFO  class - message`. */
const LOG4J = "/^\\S+ \\[(?<thread>.*?)\\] (?<level>TRACE|DEBUG|INFO|WARN|ERROR|FATAL) +(?<logger>\\S+) - (?<message>.*)$/m";

/** What the line says, in `parsed`. The time stays that of the container runtime, which has nanoseconds and a zone for everybody. */
export const PARSED: readonly Directive[] = [
  directive(EVERYTHING, { "@type": "parser", "@id": "path", key_name: "path", reserve_data: true, reserve_time: true }, [
    directive("parse", { "@type": "regexp", expression: PATH }),
  ]),
  directive(
    EVERYTHING,
    {
      "@type": "parser",
      "@id": "program",
      key_name: "log",
      reserve_data: true,
      reserve_time: true,
      hash_value_field: "parsed",
    },
    [
      directive("parse", { "@type": "multi_format" }, [
        directive("pattern", { format: "json", time_key: "none" }),
        directive("pattern", { format: "regexp", expression: MILVUS_TEXT }),
        directive("pattern", { format: "regexp", expression: LOG4J }),
        directive("pattern", { format: "none" }),
      ]),
    ],
  ),
];
