import * as z from "zod";
import { form } from "../form.ts";

/** Milvus takes letters, digits and _ (milvus `internal/proxy/util.go`, ValidateResourceGroupName), and a Deployment's name has no _. */
const groupName = z
  .string()
  .regex(/^[a-z][a-z0-9]{0,29}$/, form("E_NAME", "Use at most 30 of a-z and 0-9, beginning with a letter: reports."));

/** Nodes of a role for each resource group of Milvus; `node` is what the role itself may be told of its pods. */
export function resourceGroups<T extends z.ZodRawShape>(node: z.ZodObject<T>) {
  return z
    .record(groupName, node.describe("Differences from the role's own nodes."))
    .describe(
      "More nodes of the role, by the resource group of Milvus that they join. What a group does not say is as in the role.",
    )
    .optional();
}
