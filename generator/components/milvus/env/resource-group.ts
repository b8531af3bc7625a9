import { type EnvVar, envValue } from "../../../kubernetes/env.ts";
import type { Role } from "../../../model/environment.ts";

/**
 * The label by which querycoord knows the group of a node, for as long as its process lives (milvus `internal/util/sessionutil/labels.go`,
 * `internal/querycoordv2/meta/resource_manager.go`). Milvus-helm and milvus-operator use the same variable.
 */
export function resourceGroup({ group }: Pick<Role, "group">): EnvVar[] {
  return group === undefined ? [] : [envValue("MILVUS_SERVER_LABEL_RESOURCE_GROUP", group)];
}
