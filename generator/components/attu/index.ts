import { imagePullSecrets } from "../../kubernetes/image-pull-secrets.ts";
import type { Resource, Unit } from "../../kubernetes/resource.ts";
import { clientService } from "../../kubernetes/service.ts";
import { serviceAccount } from "../../kubernetes/service-account.ts";
import type { Attu, Environment } from "../../model/environment.ts";
import { ATTU } from "../../model/identities.ts";
import { ATTU_HTTP } from "../../model/ports.ts";
import { WAVE } from "../../model/waves.ts";
import type { Component } from "../component.ts";
import { attuDeployment } from "./deployment.ts";
import { attuIngress } from "./ingress.ts";

/** The console of Milvus, for environments that ask for one; `base/` has none. */
export const attu: Component = {
  name: "attu",
  isShared: true,
  version: (environment) => environment.attu?.image.tag,
  units: (environment) => (environment.attu === undefined ? [] : [attuUnit(environment, environment.attu)]),
};

function attuUnit(environment: Environment, server: Attu): Unit {
  return {
    path: "attu",
    resources: [
      {
        file: "serviceaccount",
        object: { ...serviceAccount(ATTU, ATTU.name, WAVE.attu), ...imagePullSecrets(environment) },
      },
      { file: "service", object: clientService(ATTU, [ATTU_HTTP], WAVE.attu) },
      { file: "deployment", object: attuDeployment(environment, server) },
      ...front(server),
    ],
  };
}

function front({ exposure }: Attu): Resource[] {
  return exposure.type === "Ingress" ? [{ file: "ingress", object: attuIngress(exposure) }] : [];
}
