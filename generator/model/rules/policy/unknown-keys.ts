import type { Path } from "../../../config/locate.ts";
import type { Environment, Family } from "../../environment.ts";
import { RELEASES } from "../../releases/index.ts";
import { isKnownKey, nearestKey } from "../../releases/known-keys/index.ts";
import { type Problem, warning } from "../problem.ts";
import type { Rule } from "../rule.ts";
import { ownerOf } from "./owned-keys.ts";
import { toldRoles } from "./told-roles.ts";

/** Settings that Milvus would ignore without a word. A warning, because a patch newer than what is known here may have them. */
export const unknownKeys: Rule = ({ environment: { milvus } }) =>
  [...inConfig(milvus.config, []), ...toldRoles(milvus).flatMap(inRole)]
    .filter(({ key }) => !isKnownKey(milvus.family, key) && ownerOf(key) === undefined)
    .map((setting) => unknown(milvus.family, setting));

interface Setting {
  readonly key: string;
  readonly path: Path;
}

/** `quotaAndLimits: { dml: { enabled: … } }` is the key `quotaAndLimits.dml.enabled`. */
function inConfig(section: Readonly<Record<string, unknown>>, above: Path): Setting[] {
  return Object.entries(section).flatMap(([name, value]) => {
    const path = [...above, name];
    return isMapping(value) ? inConfig(value, path) : [{ key: path.join("."), path: ["milvus", "config", ...path] }];
  });
}

function inRole({ name, config }: Environment["milvus"]["roles"][number]): Setting[] {
  return Object.keys(config).map((key) => ({ key, path: ["milvus", "roles", name, "config", key] }));
}

function unknown(family: Family, { key, path }: Setting): Problem {
  const meant = nearestKey(family, key);
  return warning(path, "E_UNKNOWN", {
    message: `Milvus ${family} has no such key.`,
    reason: [`Up to ${RELEASES[family].newest} Milvus ignores it.`, ...inOthers(key)].join(" "),
    remedy: meant === undefined ? "Remove it." : `Did you mean ${meant}? Otherwise remove it.`,
  });
}

/** Of an environment that has changed its version. */
function inOthers(key: string): string[] {
  const families = Object.values(RELEASES).flatMap(({ family }) => (isKnownKey(family, key) ? [family] : []));
  return families.length === 0 ? [] : [`It belongs to ${families.join(", ")}.`];
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
