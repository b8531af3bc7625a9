import { error, type Problem, warning } from "../problem.ts";
import type { Rule, RuleContext } from "../rule.ts";

/** Who cannot show a password, and a step on the way that is easily forgotten. */
export const etcdAuthentication: Rule = (context) => [...cannotShow(context), ...notAsked(context)];

/** `etcd.auth` came with 2.4 (milvus `pkg/util/paramtable/service_param.go`). */
function cannotShow({ environment: { authentication, milvus } }: RuleContext): Problem[] {
  if (!authentication.etcd.enabled || milvus.family !== "2.3") return [];
  return [
    error("authentication.etcd.enabled", "E_VERSION", {
      message: `Milvus ${milvus.version} shows etcd no password.`,
      reason: "It knows no etcd.auth, and would lose its metadata as soon as etcd asks.",
      remedy: "Use Milvus 2.4 or later, or set it to false.",
    }),
  ];
}

function notAsked({ environment: { authentication, etcd } }: RuleContext): Problem[] {
  const { enabled, enforced } = authentication.etcd;
  if (etcd.mode === "external" || !enabled || enforced) return [];
  return [
    warning("authentication.etcd.enforced", "E_POLICY", {
      message: "Everybody shows a password, and etcd asks nobody for one.",
      reason: "It is a step of switching a running environment over.",
      remedy: "Remove it once every pod has been replaced.",
    }),
  ];
}
