import type { Milvus } from "../model/environment.ts";
import { milvusKey } from "../model/rules/policy/milvus-key.ts";

/** Sections and keys of milvus.yaml that say where data is and that a person may set; the generator owns the others. */
const NAMING = [
  "etcd.metaSubPath",
  "etcd.kvSubPath",
  "msgChannel",
  "common.chanNamePrefix",
  "common.subNamePrefix",
  "woodpecker.meta",
];
const PREFIXES = NAMING.map(milvusKey);

/** What a person sets of them, `etcdmetasubpath=meta`, in every role's spelling; `(none)` in nearly all environments. */
export function dataKeys({ config, roles }: Milvus): string {
  const set = [
    ...leaves(config, ""),
    ...roles.flatMap((role) => [...Object.entries(role.config), ...Object.entries(role.env)]),
  ].flatMap(([name, value]) => {
    const key = milvusKey(name);
    return PREFIXES.some((prefix) => key.startsWith(prefix)) ? [`${key}=${JSON.stringify(value)}`] : [];
  });
  return [...new Set(set)].sort().join(",") || "(none)";
}

function leaves(section: Readonly<Record<string, unknown>>, above: string): [string, unknown][] {
  return Object.entries(section).flatMap(([key, value]): [string, unknown][] => {
    const isSection = typeof value === "object" && value !== null && !Array.isArray(value);
    const name = `${above}${key}`;
    return isSection ? leaves(value as Readonly<Record<string, unknown>>, `${name}.`) : [[name, value]];
  });
}
