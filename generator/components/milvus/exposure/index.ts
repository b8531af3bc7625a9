import type { Resource } from "../../../kubernetes/resource.ts";
import type { Environment, Exposure } from "../../../model/environment.ts";
import { proxyIngress } from "./ingress.ts";
import { proxyRoute } from "./route.ts";
import { proxyService } from "./service.ts";

/** How clients reach the proxies: a Service in every case, and an Ingress or a route before it. */
export function exposure({ exposure, tls }: Pick<Environment, "exposure" | "tls">): Resource[] {
  return [{ file: "service", object: proxyService(exposure, tls) }, ...front(exposure)];
}

function front(exposure: Exposure): Resource[] {
  if (exposure.type === "Ingress") return [{ file: "ingress", object: proxyIngress(exposure) }];
  if (exposure.type === "Gateway") return [{ file: "grpcroute", object: proxyRoute(exposure) }];
  return [];
}
