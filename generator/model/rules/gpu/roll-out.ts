import { roleIdentity } from "../../identities.ts";
import { roleField } from "../../role-field.ts";
import { warning } from "../problem.ts";
import type { Rule } from "../rule.ts";

/** A pod that is stopped first hands its work to others, if there are any. */
export const gpuRollOut: Rule = ({ environment: { milvus } }) =>
  milvus.roles
    .filter(({ gpu, replicas }) => gpu?.rollOut === "replace" && replicas === 1)
    .map((role) =>
      warning(`${roleField(role)}.gpu.rollOut`, "E_QUORUM", {
        message: `${roleIdentity(role).name} has one pod, and a roll-out stops it before the next one starts.`,
        reason: "Nothing takes its work meanwhile.",
        remedy: `Run two with ${roleField(role)}.replicas, or use surge and a free GPU.`,
      }),
    );
