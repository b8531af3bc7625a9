import { error, type Problem } from "../problem.ts";
import type { Rule } from "../rule.ts";

/**
 * Attu asks people for what Milvus asks for, and for nothing of its own. Besides, it fetches any URL that a visitor names, without a
 * login (attu 2.5.12 `server/src/playground`), so that only a policy keeps it from etcd, MinIO and the cloud's metadata server.
 */
export const attuBehindPassword: Rule = ({ environment: { attu, authentication, network } }) => {
  if (attu?.exposure.type !== "Ingress") return [];
  const { host } = attu.exposure;
  return [...(authentication.milvus.enabled ? [] : [open(host)]), ...(network.policies ? [] : [unbounded(host)])];
};

function open(host: string): Problem {
  return error("attu.exposure.type", "E_POLICY", {
    message: `Whoever reaches ${host} could read and drop everything.`,
    reason: "Attu asks for the user and the password that Milvus asks for, and here Milvus asks for none.",
    remedy: "Set authentication.milvus.enabled: true, or use ClusterIP and kubectl port-forward.",
  });
}

function unbounded(host: string): Problem {
  return error("attu.exposure.type", "E_POLICY", {
    message: `Whoever reaches ${host} could call what Attu can reach, without a login.`,
    reason: "Attu fetches any address that it is given, and here nothing keeps it from etcd, which asks for no password.",
    remedy: "Set network.policies: true, or use ClusterIP and kubectl port-forward.",
  });
}
