import { type EnvVar, envValue } from "../../../kubernetes/env.ts";
import type { Environment, Role } from "../../../model/environment.ts";
import { DEFAULT_GROUP, GROUP_LABEL } from "../../../model/releases/groups-since.ts";

/**
 * The label by which querycoord knows the group of a node, for as long as its process lives (milvus `internal/util/sessionutil/labels.go`).
 * Query nodes of no group have it too where there are groups: without it each joins the group that has the fewest nodes (2.6.20,
 * `internal/querycoordv2/meta/resource_manager.go`, mustSelectAssignIncomingNodeTargetRG). Streaming nodes without it are of the default one.
 */
export function resourceGroup(
  { milvus }: Pick<Environment, "milvus">,
  { name, group }: Pick<Role, "name" | "group">,
): EnvVar[] {
  if (group !== undefined) return [envValue(GROUP_LABEL, group)];
  const hasGroups = milvus.roles.some((other) => other.name === name && other.group !== undefined);
  return name === "queryNode" && hasGroups ? [envValue(GROUP_LABEL, DEFAULT_GROUP)] : [];
}
