import type { Path } from "../../../config/locate.ts";
import { error, type Problem } from "../problem.ts";
import type { Rule } from "../rule.ts";
import { milvusKey } from "./milvus-key.ts";
import { toldRoles } from "./told-roles.ts";

/** Up to 2.3, and since 2.4 with the other as a fallback. */
const KEYS: ReadonlySet<string> = new Set(["queryNode.mmapDirPath", "queryNode.mmap.mmapDirPath"].map(milvusKey));

const FOLDER = "/var/lib/milvus";

/** Files that are mapped into memory lie on the role's own disk: everything else of the container is read-only, or small. */
export const mmapFolder: Rule = ({ environment: { milvus } }) => [
  ...inConfig(milvus.config, []),
  ...toldRoles(milvus).flatMap(({ name, config, env }) => [
    ...Object.entries(config).flatMap(([key, value]) => outside(key, value, ["milvus", "roles", name, "config", key])),
    ...Object.entries(env).flatMap(([key, value]) => outside(key, value, ["milvus", "roles", name, "env", key])),
  ]),
];

function inConfig(section: Readonly<Record<string, unknown>>, above: Path): Problem[] {
  return Object.entries(section).flatMap(([name, value]) => {
    const path = [...above, name];
    return isMapping(value) ? inConfig(value, path) : outside(path.join("."), value, ["milvus", "config", ...path]);
  });
}

function outside(key: string, value: unknown, path: Path): Problem[] {
  if (!KEYS.has(milvusKey(key)) || typeof value !== "string") return [];
  if (value === FOLDER || value.startsWith(`${FOLDER}/`)) return [];
  return [
    error(path, "E_PATH", {
      message: `${value} is not on the disk of the role.`,
      reason: `Its pods write to ${FOLDER} alone.`,
      remedy: `Use ${FOLDER}/mmap, with milvus.roles.queryNode.localStorage as large as what is mapped.`,
    }),
  ];
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
