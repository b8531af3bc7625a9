import type { Family } from "../../environment.ts";
import { IN_ALL } from "./in-all.ts";
import { SINCE_2_4 } from "./since-2-4.ts";
import { SINCE_2_5 } from "./since-2-5.ts";
import { SINCE_2_6 } from "./since-2-6.ts";
import { FROM_2_4_TO_2_5, ONLY_2_3, ONLY_2_4, ONLY_2_5, UNTIL_2_4, UNTIL_2_5 } from "./until-2-5.ts";

/** The keys that a family knows, as its own file or source spells them. */
export function namesOf(family: Family): string[] {
  return TABLE.filter(([first, last]) => first <= family && family <= last).flatMap(([, , names]) => names.trim().split(/\s+/));
}

/**
 * The first and the last family of each list. A family knows what `configs/milvus.yaml` or `pkg/util/paramtable` of one of its
 * patches names (milvus-io/milvus, at the commits that set the versions), fallback keys included. Read were 2.3.0 to 2.3.21, 2.4.0
 * to 2.4.18, 2.5.0 to 2.5.27 and 2.6.0 to 2.6.20, without 2.3.1, 2.4.6, 2.6.5 and 2.6.12. No key left and came back.
 */
const TABLE: readonly (readonly [Family, Family, string])[] = [
  ["2.3", "2.6", IN_ALL],
  ["2.3", "2.3", ONLY_2_3],
  ["2.3", "2.4", UNTIL_2_4],
  ["2.3", "2.5", UNTIL_2_5],
  ["2.4", "2.4", ONLY_2_4],
  ["2.4", "2.5", FROM_2_4_TO_2_5],
  ["2.4", "2.6", SINCE_2_4],
  ["2.5", "2.5", ONLY_2_5],
  ["2.5", "2.6", SINCE_2_5],
  ["2.6", "2.6", SINCE_2_6],
];
