import { isAtLeast } from "../../releases/version.ts";
import { error } from "../problem.ts";
import type { Rule } from "../rule.ts";

/** The first Attu that reads ROOT_CERT_PATH (attu `server/src/milvus/milvus.service.ts`). */
const SINCE = "2.3.6";

/** An older Attu knows the world's authorities alone, and would refuse the proxies' certificate. */
export const attuEncrypted: Rule = ({ environment: { attu, tls } }) => {
  const version = /^v?(\d+\.\d+\.\d+)/.exec(attu?.image.tag ?? "")?.[1];
  if (tls.milvus === "off" || attu === undefined || version === undefined || isAtLeast(version, SINCE)) return [];
  return [
    error("attu.image.tag", "E_VERSION", {
      message: `Attu ${attu.image.tag} cannot be told whom to trust.`,
      reason: `tls.milvus is ${tls.milvus}; it reads the authority from v${SINCE} on, and would refuse the certificate of the proxies.`,
      remedy: "Use attu.image.tag: v2.3.9, which its authors recommend for Milvus 2.3 as well.",
    }),
  ];
};
