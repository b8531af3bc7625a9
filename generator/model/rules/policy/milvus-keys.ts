import type { Path } from "../../../config/locate.ts";
import type { Environment, Tls } from "../../environment.ts";
import { error, type Problem } from "../problem.ts";
import type { Rule } from "../rule.ts";
import { ownerOf } from "./owned-keys.ts";
import { tlsOwnerOf } from "./tls-keys.ts";
import { toldRoles } from "./told-roles.ts";

/** Settings of Milvus that would override what the generator wires, or carry a credential. */
export const milvusKeys: Rule = ({ environment: { milvus, tls } }) => [
  ...inConfig(tls, milvus.config, []),
  ...toldRoles(milvus).flatMap((role) => inRole(tls, role)),
];

/** `minio: { address: … }` is the key `minio.address`; a mapping that is owned as a whole is told once. */
function inConfig(tls: Tls, section: Readonly<Record<string, unknown>>, above: Path): Problem[] {
  return Object.entries(section).flatMap(([key, value]) => {
    const path = [...above, key];
    const found = refuse(tls, path.join("."), ["milvus", "config", ...path]);
    return found.length > 0 || !isMapping(value) ? found : inConfig(tls, value, path);
  });
}

function inRole(tls: Tls, { name, config, env }: Environment["milvus"]["roles"][number]): Problem[] {
  const role = ["milvus", "roles", name];
  return [
    ...Object.keys(config).flatMap((key) => refuse(tls, key, [...role, "config", key])),
    ...Object.keys(env).flatMap((key) => refuse(tls, key, [...role, "env", key])),
  ];
}

function refuse(tls: Tls, name: string, path: Path): Problem[] {
  const owner = ownerOf(name) ?? tlsOwnerOf(tls, name);
  if (owner === undefined) return [];
  return [error(path, "E_POLICY", { ...owner, reason: "Milvus would be told two things, and connect elsewhere or nowhere." })];
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
