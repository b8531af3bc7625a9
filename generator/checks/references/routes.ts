import type { KubernetesObject } from "../../kubernetes/resource.ts";
import { type ObjectProblem, problemOf } from "../problem.ts";

/** Ingresses and routes that lead nowhere. */
export function checkRoutes(objects: readonly KubernetesObject[]): ObjectProblem[] {
  const services = objects.filter(({ kind }) => kind === "Service");
  return objects.flatMap((object) =>
    backends(object)
      .filter(({ name, port }) => !offers(services, name, port))
      .map(({ name, port }) =>
        problemOf("E_REF", object, `It leads to ${name}:${port}, which no Service offers.`, "Lead to a port of a Service."),
      ),
  );
}

interface Backend {
  readonly name: string;
  readonly port: string | number;
}

function backends(object: KubernetesObject): Backend[] {
  if (object.kind === "Ingress") return ingressBackends(object);
  return object.kind === "GRPCRoute" ? routeBackends(object) : [];
}

interface IngressBackend {
  readonly service?: { readonly name: string; readonly port: { readonly name?: string; readonly number?: number } };
}

interface IngressRule {
  readonly http?: { readonly paths: readonly { readonly backend: IngressBackend }[] };
}

function ingressBackends(object: KubernetesObject): Backend[] {
  const { rules = [] } = object.spec as { rules?: readonly IngressRule[] };
  const services = rules.flatMap(({ http }) => (http?.paths ?? []).flatMap(({ backend }) => backend.service ?? []));
  return services.map(({ name, port }) => ({ name, port: port.name ?? port.number ?? 0 }));
}

function routeBackends(object: KubernetesObject): Backend[] {
  const { rules = [] } = object.spec as { rules?: readonly { readonly backendRefs?: readonly Backend[] }[] };
  return rules.flatMap(({ backendRefs = [] }) => backendRefs.map(({ name, port }) => ({ name, port })));
}

function offers(services: readonly KubernetesObject[], name: string, port: string | number): boolean {
  const service = services.find(({ metadata }) => metadata.name === name);
  const { ports = [] } = (service?.spec ?? {}) as { ports?: readonly { name?: string; port: number }[] };
  return ports.some((candidate) => candidate.name === port || candidate.port === port);
}
