import { imagePullSecrets } from "../../kubernetes/image-pull-secrets.ts";
import type { Resource } from "../../kubernetes/resource.ts";
import { serviceAccount } from "../../kubernetes/service-account.ts";
import type { Environment } from "../../model/environment.ts";
import type { Identity } from "../../model/identities.ts";
import { WAVE } from "../../model/waves.ts";

/** The ServiceAccount of a job, under the job's own name. */
export function account(environment: Environment, identity: Identity): Resource {
  return {
    file: "serviceaccount",
    object: { ...serviceAccount(identity, identity.name, WAVE.backup), ...imagePullSecrets(environment) },
  };
}
