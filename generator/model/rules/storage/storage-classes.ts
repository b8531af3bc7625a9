import { volumes } from "../parts.ts";
import { warning } from "../problem.ts";
import type { Rule } from "../rule.ts";

/** The default class of a cluster can change, and with it the disks under a database. */
export const storageClasses: Rule = ({ environment, isProduction }) => {
  const without = volumes(environment).filter(({ value }) => value.storageClass === undefined);
  if (!isProduction) return [];
  return without.map(({ field }) =>
    warning(`${field}.storageClass`, "E_STORAGE", {
      message: "No storage class is named, so the cluster's default is taken.",
      reason: "It may be slow, or delete a volume with its claim.",
      remedy: "Name a class of SSDs that retains its volumes.",
    }),
  );
};
