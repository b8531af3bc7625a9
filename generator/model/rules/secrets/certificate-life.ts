import { durationSeconds } from "../../duration.ts";
import { error } from "../problem.ts";
import type { Rule } from "../rule.ts";

/** The least that cert-manager takes for either (cert-manager docs, Certificate). Seconds. */
const SHORTEST_LIFE = 3600;
const SHORTEST_RENEWAL = 300;

/** What cert-manager's webhook would refuse, and the sync with it. */
export const certificateLife: Rule = ({ environment: { tls } }) => {
  const [life, renewal] = [tls.duration, tls.renewBefore].map(durationSeconds) as [number, number];
  if (life < SHORTEST_LIFE) {
    return [
      error("tls.duration", "E_RANGE", {
        message: `A certificate of ${tls.duration} is too short.`,
        reason: "cert-manager makes none for less than an hour.",
        remedy: "Use 1h or more: 8760h.",
      }),
    ];
  }
  if (renewal >= SHORTEST_RENEWAL && renewal < life) return [];
  return [
    error("tls.renewBefore", "E_RANGE", {
      message: `A certificate of ${tls.duration} cannot be renewed ${tls.renewBefore} before its end.`,
      reason: "cert-manager takes five minutes or more, and less than the whole time.",
      remedy: "Use less than tls.duration: 720h of 8760h.",
    }),
  ];
};
