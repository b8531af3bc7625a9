import { defined } from "../../kubernetes/defined.ts";
import { podSecurityContext } from "../../kubernetes/pod-security.ts";
import { scheduling } from "../../kubernetes/scheduling.ts";
import type { Environment, Role } from "../../model/environment.ts";
import { roleIdentity } from "../../model/identities.ts";
import { milvusImageUser } from "../../model/releases/image-user.ts";
import { milvusContainer } from "./container.ts";
import { ACCOUNT } from "./shared-unit.ts";
import { gracePeriodSeconds } from "./stop.ts";
import { volumes } from "./volumes.ts";

/** Service links are off because Milvus would read `MINIO_PORT=tcp://…` as its own setting `minio.port`. */
export function milvusPod(environment: Environment, role: Role) {
  const { milvus, placement } = environment;
  return defined({
    serviceAccountName: ACCOUNT,
    automountServiceAccountToken: false,
    enableServiceLinks: false,
    runtimeClassName: role.gpu?.runtimeClassName,
    terminationGracePeriodSeconds: gracePeriodSeconds(milvus.family, role.name),
    securityContext: podSecurityContext(milvusImageUser(milvus.version)),
    ...scheduling(roleIdentity(role), role, placement),
    containers: [milvusContainer(environment, role)],
    volumes: volumes(environment, role).map(({ name, source }) => ({ name, ...source })),
  });
}
