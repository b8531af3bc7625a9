import type { Family } from "../../environment.ts";
import { milvusKey } from "../../rules/policy/milvus-key.ts";
import { OPEN } from "./open.ts";
import { namesOf } from "./table.ts";

export { nearestKey } from "./nearest-key.ts";

/**
 * Whether any patch of a family reads the key, however it is spelled: `ETCD_ROOT_PATH` is `etcd.rootPath`. Below an open section,
 * such as `knowhere`, every name is one.
 */
export function isKnownKey(family: Family, key: string): boolean {
  const { exact, sections } = known(family);
  const wanted = milvusKey(key);
  return exact.has(wanted) || sections.some((section) => wanted.startsWith(section) && wanted !== section);
}

interface Known {
  readonly exact: ReadonlySet<string>;
  readonly sections: readonly string[];
}

/** Most runs ask of no key at all, so a family is read when it is asked for, and once. */
const read = new Map<Family, Known>();

function known(family: Family): Known {
  const before = read.get(family);
  if (before !== undefined) return before;
  const names = namesOf(family);
  const sections = names.filter((name) => name.endsWith(OPEN)).map((name) => milvusKey(name.slice(0, -OPEN.length)));
  const found = { exact: new Set(names.map(milvusKey)), sections };
  read.set(family, found);
  return found;
}
