import type { Resource } from "../../../kubernetes/resource.ts";
import type { Environment, Exposure, Tls } from "../../../model/environment.ts";
import { proxyIngress } from "./ingress.ts";
import { proxyRoute } from "./route.ts";
import { proxyService } from "./service.ts";

/** How clients reach the proxies: a Service in every case, and an Ingress or a route before it. */
export function exposure({ exposure, tls }: Pick<Environment, "exposure" | "tls">): Resource[] {
  return [{ file: "service", object: proxyService(exposure, tls) }, ...front(exposure, tls)];
}

/** Where Milvus ends TLS itself, a Gateway has to pass it through. */
function front(exposure: Exposure, tls: Tls): Resource[] {
  if (exposure.type === "Ingress") return [{ file: "ingress", object: proxyIngress(exposure) }];
  if (exposure.type !== "Gateway") return [];
  return tls.milvus === "off"
    ? [{ file: "grpcroute", object: proxyRoute(exposure, "GRPCRoute") }]
    : [{ file: "tlsroute", object: proxyRoute(exposure, "TLSRoute") }];
}
