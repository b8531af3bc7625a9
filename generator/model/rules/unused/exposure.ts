import type { Settings } from "../../../config/schema/settings.ts";
import type { Environment } from "../../environment.ts";
import { othersThan, type UnusedField, unusedIf } from "./unused-field.ts";

const USED: Readonly<Record<Environment["exposure"]["type"], readonly string[]>> = {
  ClusterIP: [],
  NodePort: ["nodePort", "externalTrafficPolicy"],
  LoadBalancer: ["sourceRanges", "loadBalancerClass", "externalTrafficPolicy"],
  Ingress: ["controller", "className", "host", "tlsSecretName", "issuer"],
  Gateway: ["gateway", "host"],
};

/** Fields of another way to the proxy. */
export function unusedInExposure({ exposure: { type } }: Environment, { exposure }: Settings): UnusedField[] {
  const fields = othersThan(["type", "annotations", ...USED[type]], "exposure", exposure);
  return unusedIf(true, `exposure.type is ${type}`, fields);
}
