import { imagePullSecrets } from "../../kubernetes/image-pull-secrets.ts";
import type { Resource } from "../../kubernetes/resource.ts";
import { serviceAccount } from "../../kubernetes/service-account.ts";
import type { Environment } from "../../model/environment.ts";
import type { Identity } from "../../model/identities.ts";

/** The ServiceAccount of a role, under the role's own name. */
export function account(environment: Environment, identity: Identity, wave: number): Resource {
  return {
    file: "serviceaccount",
    object: { ...serviceAccount(identity, identity.name, wave), ...imagePullSecrets(environment) },
  };
}
