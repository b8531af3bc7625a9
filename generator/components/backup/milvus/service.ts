import { metadata } from "../../../kubernetes/metadata.ts";
import type { KubernetesObject } from "../../../kubernetes/resource.ts";
import { servicePort } from "../../../kubernetes/service.ts";
import { MILVUS_BACKUP, milvusIdentity } from "../../../model/identities.ts";
import { selectorLabels } from "../../../model/labels.ts";
import { MILVUS_METRICS } from "../../../model/ports.ts";
import { WAVE } from "../../../model/waves.ts";

/** Under which the job reaches the management API of the proxies, which the Service for clients keeps to itself. */
export const MANAGEMENT = "milvus-management";

export function managementService(): KubernetesObject {
  return {
    apiVersion: "v1",
    kind: "Service",
    metadata: metadata(MILVUS_BACKUP, MANAGEMENT, WAVE.backup),
    spec: {
      type: "ClusterIP",
      selector: selectorLabels(milvusIdentity("proxy")),
      ports: [servicePort(MILVUS_METRICS)],
    },
  };
}
