import type { Family } from "../../../model/environment.ts";

export interface MilvusMetric {
  /** In `pkg/metrics` of milvus. */
  readonly file: string;
  readonly families: readonly Family[];
}
