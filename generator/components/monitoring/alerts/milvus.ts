import type { Environment } from "../../../model/environment.ts";
import { isTold } from "../metrics/index.ts";
import type { Alert } from "./alert.ts";
import { coordinationAlerts } from "./milvus-coordination.ts";
import { requestAlerts } from "./milvus-requests.ts";
import { roleAlerts } from "./milvus-roles.ts";
import { storeAlerts } from "./milvus-stores.ts";
import { writePathAlerts } from "./milvus-write-path.ts";

/** Of Milvus: of all that is known to ask, what its family tells. */
export function milvusAlerts(environment: Environment): Alert[] {
  const own = `namespace="${environment.namespace}"`;
  return [
    ...roleAlerts(environment),
    ...requestAlerts(own),
    ...writePathAlerts(own, environment.messageQueue),
    ...coordinationAlerts(own, environment.milvus),
    ...storeAlerts(own),
  ].filter(({ expr }) => isTold(environment.milvus.family, expr));
}
