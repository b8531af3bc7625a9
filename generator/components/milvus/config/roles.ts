import type { Milvus } from "../../../model/environment.ts";
import { RELEASES } from "../../../model/releases/index.ts";
import { LISTENER_PORTS, listeners } from "../../../model/releases/listeners.ts";
import { hasStandby } from "../standby.ts";
import { mergeConfig } from "./merge.ts";

/** Where each role listens, and whether coordinators stand by for each other. */
export function rolesConfig(milvus: Milvus): Readonly<Record<string, unknown>> {
  const release = RELEASES[milvus.family];
  const listening = milvus.roles.flatMap(({ name }) => listeners(release, name));
  const ports = listening.map((listener) => [listener, { port: LISTENER_PORTS[listener].port }] as const);
  const standby = release.standbySections.map((section) => [section, { enableActiveStandby: hasStandby(milvus) }] as const);
  return mergeConfig(Object.fromEntries(ports), Object.fromEntries(standby));
}
