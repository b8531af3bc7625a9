import type { Family } from "../../../model/environment.ts";
import { MILVUS_METRICS } from "./milvus.ts";

/** Whether a Milvus of the family tells everything that the PromQL expression asks for; of other programs it asks what all tell. */
export function isTold(family: Family, expr: string): boolean {
  return (expr.match(/\bmilvus_[a-z0-9_]+(?=\{)/g) ?? []).every((series) => families(series).includes(family));
}

function families(series: string): readonly Family[] {
  const metric = MILVUS_METRICS[series] ?? MILVUS_METRICS[series.replace(/_(?:bucket|count|sum)$/, "")];
  if (metric === undefined) throw new Error(`Nobody has looked where Milvus tells ${series}.`);
  return metric.families;
}
