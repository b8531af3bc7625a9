import { parser } from "@prometheus-io/lezer-promql";

/** What a PromQL expression asks for. */
export interface Series {
  readonly metric: string;
  /** `namespace="milvus-prod"`, as it is written. */
  readonly matchers: readonly string[];
}

/** The series of an expression, read by Prometheus' own grammar; throws where it is none. */
export function seriesOf(expr: string): Series[] {
  const found: Series[] = [];
  parser.parse(expr).iterate({
    enter: ({ name, type, from, to, node }) => {
      if (type.isError) throw new Error(`No PromQL at ${from}: ${expr}`);
      if (name !== "VectorSelector") return;
      const metric = node.getChild("Identifier");
      const matchers = node.getChild("LabelMatchers")?.getChildren("UnquotedLabelMatcher") ?? [];
      found.push({
        metric: metric === null ? expr.slice(from, to) : expr.slice(metric.from, metric.to),
        matchers: matchers.map((matcher) => expr.slice(matcher.from, matcher.to)),
      });
    },
  });
  return found;
}
