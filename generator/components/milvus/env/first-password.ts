import { type EnvVar, envSecret } from "../../../kubernetes/env.ts";
import type { Environment, Role, RoleName } from "../../../model/environment.ts";
import { RELEASES } from "../../../model/releases/index.ts";
import { MILVUS_ROOT_KEYS, requireSecret } from "../../../model/secrets.ts";

/** Who makes the user root, at the first start alone (milvus `internal/rootcoord/root_coord.go`, initCredentials). */
const MAKERS: ReadonlySet<RoleName> = new Set(["rootCoord", "mixCoord"]);

/**
 * The password that root begins with, so that the published one never works in a new environment. Other roles do not get it: they
 * show their configuration to whoever asks. Before 2.4.7 Milvus ignores it.
 */
export function firstPassword({ authentication, milvus, secrets }: Environment, role: Role): EnvVar[] {
  const isRead = RELEASES[milvus.family].rootPassword === "file";
  if (!authentication.milvus.enabled || !isRead || !MAKERS.has(role.name)) return [];
  return [
    envSecret("COMMON_SECURITY_DEFAULTROOTPASSWORD", requireSecret(secrets, "milvusRoot").name, MILVUS_ROOT_KEYS.password),
  ];
}
