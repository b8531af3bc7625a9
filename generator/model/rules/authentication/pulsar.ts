import { warning } from "../problem.ts";
import type { Rule } from "../rule.ts";

/** A step on the way that is easily forgotten. */
export const pulsarAuthentication: Rule = ({ environment: { authentication, messageQueue } }) => {
  const { enabled, enforced } = authentication.pulsar;
  const isOurs = messageQueue.type === "pulsar" && messageQueue.mode !== "external";
  if (!isOurs || !enabled || enforced) return [];
  return [
    warning("authentication.pulsar.enforced", "E_POLICY", {
      message: "Everybody shows a token, and Pulsar asks nobody for one.",
      reason: "It is the first step of switching a running environment over.",
      remedy: "Remove it once every pod has been replaced.",
    }),
  ];
};
