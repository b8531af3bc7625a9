import { error } from "../problem.ts";
import type { Rule } from "../rule.ts";
import { isBefore } from "../version-number.ts";

/** etcd 3.5.0 to 3.5.2 could let members disagree about the data (etcd#13766). */
export const etcdImage: Rule = ({ environment: { etcd } }) => {
  if (etcd.mode === "external" || !isBefore(etcd.image.tag, "3.5.3")) return [];
  return [
    error("etcd.image.tag", "E_IMAGE", {
      message: `etcd ${etcd.image.tag} is before 3.5.3.`,
      reason: "Members of such a version can come to hold different data without an error (etcd#13766).",
      remedy: "Use v3.5.25.",
    }),
  ];
};
