import type { KubernetesObject } from "../../kubernetes/resource.ts";
import { inObjects } from "../find.ts";
import { programOf, usedImages } from "../images/image-reference.ts";
import type { EnvironmentTree, Invariant } from "../invariant.ts";
import { serversOf } from "../quorum/called-services.ts";
import { backendsOf } from "../references/backends.ts";

/** Whoever wrote the Ingress or the route, and whatever the console is called: it has no password of its own. */
export const consoleBehindPassword: Invariant<EnvironmentTree> = {
  name: "console-behind-password",
  code: "E_POLICY",
  severity: "error",
  reason: "Attu asks for the password that Milvus asks for, so whoever reaches it may read and drop everything.",
  remedy: "Set authentication.milvus.enabled: true, or remove what leads there.",
  find: inObjects(undefined, (object, { environment, objects }) => {
    if (environment.authentication.milvus.enabled) return [];
    const names = new Set(backendsOf(object).map(({ name }) => name));
    return objects
      .filter((service) => service.kind === "Service" && names.has(service.metadata.name))
      .filter((service) => serversOf(service, objects).some(isConsole))
      .map(({ metadata }) => `It leads to ${metadata.name}, a console of Milvus, which asks nobody for a password.`);
  }),
};

function isConsole(workload: KubernetesObject): boolean {
  return usedImages([workload]).some(({ image }) => programOf(image) === "attu");
}
