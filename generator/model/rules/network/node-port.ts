import { error } from "../problem.ts";
import type { Rule } from "../rule.ts";

/** The range that Kubernetes keeps for NodePorts unless the cluster was built with another. */
const FIRST = 30_000;
const LAST = 32_767;

/** The API server refuses a NodePort outside its range. */
export const nodePort: Rule = ({ environment: { exposure } }) => {
  if (exposure.type !== "NodePort" || (exposure.nodePort >= FIRST && exposure.nodePort <= LAST)) return [];
  return [
    error("exposure.nodePort", "E_NET", {
      message: `${exposure.nodePort} is outside ${FIRST} to ${LAST}.`,
      reason: "Kubernetes gives NodePorts from this range alone.",
      remedy: "Use a port of the range: 30001.",
    }),
  ];
};
