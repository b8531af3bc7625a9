import { isAtLeast } from "../../releases/version.ts";
import { type Problem, warning } from "../problem.ts";
import type { Rule, RuleContext } from "../rule.ts";

/** What a production environment has to know of who reaches Milvus. */
export const milvusAuthentication: Rule = (context) => [...nobodySignsIn(context), ...openManagement(context)];

function nobodySignsIn({ environment: { authentication }, isProduction }: RuleContext): Problem[] {
  if (!isProduction || authentication.milvus.enabled) return [];
  return [
    warning("authentication.milvus.enabled", "E_POLICY", {
      message: "Clients need no password.",
      reason: "Whoever reaches Milvus may read, write and drop every collection.",
      remedy: "Set it to true, with a Secret for the password of root: docs/authentication.md.",
    }),
  ];
}

/** The first patches whose management port asks for the password as well (milvus#47278, milvus#47405). */
const SAFE_SINCE = { "2.5": "2.5.27", "2.6": "2.6.10" } as const;

/** Before, the API on port 9091 answers everybody (measured with 2.3.5). */
function openManagement({ environment: { authentication, milvus, network } }: RuleContext): Problem[] {
  const { family, version } = milvus;
  const isSafe = family in SAFE_SINCE && isAtLeast(version, SAFE_SINCE[family as keyof typeof SAFE_SINCE]);
  if (!authentication.milvus.enabled || network.policies || isSafe) return [];
  return [
    warning("network.policies", "E_POLICY", {
      message: `The management port of Milvus ${version} asks for no password.`,
      reason: "Whoever reaches port 9091 of a proxy can do there what authentication forbids on the other port.",
      remedy: "Set it to true, or use Milvus 2.5.27, 2.6.10 or later.",
    }),
  ];
}
