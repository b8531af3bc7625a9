import type { Path } from "../../../config/locate.ts";
import { RELEASES } from "../../releases/index.ts";
import { error, type Problem } from "../problem.ts";
import type { Rule } from "../rule.ts";
import { milvusKey } from "./milvus-key.ts";
import { toldRoles } from "./told-roles.ts";

const KEY = "gracefulStopTimeout";

/** Kubernetes kills a pod that stops longer than its grace period, which is made for Milvus' own timeout. */
export const stopTimeout: Rule = ({ environment: { milvus } }) => {
  const longest = RELEASES[milvus.family].stopTimeoutSeconds.worker;
  const inConfig = Object.entries(milvus.config).flatMap(([section, value]) =>
    tooLong(timeoutIn(value), longest, ["milvus", "config", section, KEY]),
  );
  const inRoles = toldRoles(milvus).flatMap(({ name, config }) =>
    Object.entries(config)
      .filter(([key]) => milvusKey(key).endsWith(milvusKey(KEY)))
      .flatMap(([key, value]) => tooLong(value, longest, ["milvus", "roles", name, "config", key])),
  );
  return [...inConfig, ...inRoles];
};

function timeoutIn(section: unknown): unknown {
  return typeof section === "object" && section !== null ? (section as Readonly<Record<string, unknown>>)[KEY] : undefined;
}

function tooLong(seconds: unknown, longest: number, path: Path): Problem[] {
  if (seconds === undefined || Number(seconds) <= longest) return [];
  return [
    error(path, "E_RANGE", {
      message: `${String(seconds)} s are more than ${longest}.`,
      reason: "The grace period of the pods ends soon after, and the work that is left would be cut off.",
      remedy: `Use at most ${longest}.`,
    }),
  ];
}
