import type { KubernetesObject } from "../../kubernetes/resource.ts";
import { inObjects } from "../find.ts";
import type { EnvironmentTree, Invariant } from "../invariant.ts";
import { type Backend, backendsOf } from "./backends.ts";
import { serviceSpec, services } from "./service-spec.ts";

export const routeLeadsToService: Invariant<EnvironmentTree> = {
  name: "route-leads-to-service",
  code: "E_REF",
  severity: "error",
  reason: "Clients of an Ingress or a route that leads nowhere get an error.",
  remedy: "Lead to a port of a Service.",
  find: inObjects(undefined, (object, { objects }) =>
    backendsOf(object)
      .filter((backend) => !isOffered(backend, objects))
      .map(({ name, port }) => `It leads to ${name}:${port}, which no Service offers.`),
  ),
};

function isOffered({ name, port }: Backend, objects: readonly KubernetesObject[]): boolean {
  const service = services(objects).find(({ metadata }) => metadata.name === name);
  return service !== undefined && serviceSpec(service).ports.some((offered) => offered.name === port || offered.port === port);
}
