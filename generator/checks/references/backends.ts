import type { KubernetesObject } from "../../kubernetes/resource.ts";
import { readAs, type Shape } from "../read-as.ts";

/** A Service and its port, as an Ingress or a route names them. */
export interface Backend {
  readonly name: string;
  readonly port: string | number;
}

const ROUTES: ReadonlySet<string> = new Set(["GRPCRoute", "HTTPRoute", "TCPRoute", "TLSRoute", "UDPRoute"]);

/** A route of the Gateway API. */
export function isRoute({ kind }: KubernetesObject): boolean {
  return ROUTES.has(kind);
}

/** Where an Ingress or a route of the Gateway API leads. */
export function backendsOf(object: KubernetesObject): Backend[] {
  if (object.kind === "Ingress") return ingressBackends(object);
  return isRoute(object) ? routeBackends(object) : [];
}

interface IngressBackend {
  readonly service?: { readonly name: string; readonly port?: { readonly name?: string; readonly number?: number } };
}

interface IngressSpec {
  readonly defaultBackend?: IngressBackend;
  readonly rules?: readonly { readonly http?: { readonly paths?: readonly { readonly backend?: IngressBackend }[] } }[];
}

const BACKEND: Shape = { service: { name: "name", port: { name: "text", number: "number" } } };
const INGRESS: Shape = { defaultBackend: BACKEND, rules: [{ http: { paths: [{ backend: BACKEND }] } }] };

function ingressBackends({ spec }: KubernetesObject): Backend[] {
  const { defaultBackend, rules = [] } = readAs<IngressSpec>(spec, INGRESS) ?? {};
  const paths = rules.flatMap(({ http }) => http?.paths ?? []);
  return [defaultBackend, ...paths.map(({ backend }) => backend)]
    .flatMap((backend) => backend?.service ?? [])
    .map(({ name, port }) => ({ name, port: port?.name ?? port?.number ?? 0 }));
}

interface RouteBackend extends Backend {
  readonly kind?: string;
  readonly namespace?: string;
}

const ROUTE: Shape = { rules: [{ backendRefs: [{ name: "name", port: "port", kind: "text", namespace: "text" }] }] };

/** Services of its own namespace; another kind, or another namespace, is known to the Gateway alone. */
function routeBackends({ spec, metadata }: KubernetesObject): Backend[] {
  const { rules = [] } = readAs<{ rules?: readonly { backendRefs?: readonly RouteBackend[] }[] }>(spec, ROUTE) ?? {};
  return rules
    .flatMap(({ backendRefs = [] }) => backendRefs)
    .filter(({ kind = "Service", namespace = metadata.namespace }) => kind === "Service" && namespace === metadata.namespace)
    .map(({ name, port }) => ({ name, port }));
}
