import { error } from "../problem.ts";
import type { Rule } from "../rule.ts";

/** etcd reads a bare number as hours in periodic mode, and a duration as an error in revision mode. */
export const etcdCompaction: Rule = ({ environment: { etcd } }) => {
  if (etcd.mode === "external") return [];
  const { mode, retention } = etcd.autoCompaction;
  const isDuration = /[smh]$/.test(retention);
  if ((mode === "periodic") === isDuration) return [];
  return [
    error("etcd.autoCompaction.retention", "E_RANGE", {
      message: `A retention of ${retention} does not fit the mode ${mode}.`,
      reason: isDuration ? "This mode counts revisions." : "This mode counts time, and takes a bare number for hours.",
      remedy: isDuration ? 'Use a number of revisions: "1000".' : 'Use a duration: "1h".',
    }),
  ];
};
