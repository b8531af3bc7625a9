import { error } from "../problem.ts";
import type { Rule } from "../rule.ts";
import { isBefore } from "../version-number.ts";

/** Images of Pulsar run as root before 2.10. */
export const pulsarImage: Rule = ({ environment: { messageQueue } }) => {
  if (messageQueue.type !== "pulsar" || messageQueue.mode === "external") return [];
  if (!isBefore(messageQueue.image.tag, "2.10.0")) return [];
  return [
    error("messageQueue.pulsar.image.tag", "E_VERSION", {
      message: `Pulsar ${messageQueue.image.tag} is before 2.10.`,
      reason: "Its image runs as root, which the environment's namespace does not allow.",
      remedy: 'Use "3.0.7".',
    }),
  ];
};
