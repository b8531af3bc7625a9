import { error, type Problem } from "../problem.ts";
import type { Rule } from "../rule.ts";

/** A Pulsar of the environment's own is made with one tenant and one namespace. */
export const pulsarTenant: Rule = ({ environment: { messageQueue } }) => {
  if (messageQueue.type !== "pulsar" || messageQueue.mode === "external") return [];
  return [...missing("tenant", messageQueue.tenant, "public"), ...missing("namespace", messageQueue.namespace, "default")];
};

function missing(field: "tenant" | "namespace", name: string, existing: string): Problem[] {
  if (name === existing) return [];
  return [
    error(`messageQueue.pulsar.${field}`, "E_REF", {
      message: `Pulsar will have no ${field} ${name}.`,
      reason: `Its first start makes the ${field} ${existing} alone; Milvus would wait for the other without end.`,
      remedy: "Remove it. With messageQueue.pulsar.mode: external it names one that exists.",
    }),
  ];
}
