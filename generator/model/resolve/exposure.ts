import type { Exposure } from "../environment.ts";
import type { Section } from "./settings.ts";
import { take } from "./take.ts";

type ExposureSettings = Section<"exposure">;
type Variant<T extends Exposure["type"]> = Extract<Exposure, { readonly type: T }>;

/** How clients reach the proxy: only what the type asks for. */
export function resolveExposure(exposure: ExposureSettings): Exposure {
  const { type, annotations } = take("exposure", exposure, "type", "annotations");
  switch (type) {
    case "ClusterIP":
      return { type, annotations };
    case "NodePort":
      return { type, annotations, ...take("exposure", exposure, "nodePort", "externalTrafficPolicy") };
    case "LoadBalancer":
      return { ...loadBalancer(exposure), annotations };
    case "Ingress":
      return { ...ingress(exposure), annotations };
    case "Gateway":
      return { ...gateway(exposure), annotations };
  }
}

function loadBalancer(exposure: ExposureSettings): Omit<Variant<"LoadBalancer">, "annotations"> {
  return {
    type: "LoadBalancer",
    ...take("exposure", exposure, "sourceRanges", "externalTrafficPolicy"),
    loadBalancerClass: exposure.loadBalancerClass,
  };
}

/** An IngressClass is commonly named after its controller. */
function ingress(exposure: ExposureSettings): Omit<Variant<"Ingress">, "annotations"> {
  const known = take("exposure", exposure, "controller", "host", "tlsSecretName");
  return { type: "Ingress", ...known, className: exposure.className ?? known.controller, issuer: exposure.issuer };
}

function gateway(exposure: ExposureSettings): Omit<Variant<"Gateway">, "annotations"> {
  const { host, gateway } = take("exposure", exposure, "host", "gateway");
  return {
    type: "Gateway",
    host,
    gateway: { ...take("exposure.gateway", gateway, "name", "namespace"), sectionName: gateway.sectionName },
  };
}
