import { MILVUS_METRICS } from "../../../generator/components/monitoring/metrics/milvus.ts";
import { OTHER_METRICS } from "../../../generator/components/monitoring/metrics/others.ts";
import type { Environment } from "../../../generator/model/environment.ts";

/** Whether somebody has read that the environment's programs tell the series. */
export function isKnown({ milvus }: Environment, series: string): boolean {
  const metric = series.replace(/_(?:bucket|count|sum)$/, "");
  const ofMilvus = MILVUS_METRICS[series] ?? MILVUS_METRICS[metric];
  return ofMilvus?.families.includes(milvus.family) ?? (series in OTHER_METRICS || metric in OTHER_METRICS);
}
