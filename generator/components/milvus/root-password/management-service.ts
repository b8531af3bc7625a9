import { metadata } from "../../../kubernetes/metadata.ts";
import type { KubernetesObject } from "../../../kubernetes/resource.ts";
import { servicePort } from "../../../kubernetes/service.ts";
import { milvusIdentity } from "../../../model/identities.ts";
import { selectorLabels } from "../../../model/labels.ts";
import { MILVUS_METRICS } from "../../../model/ports.ts";
import { WAVE } from "../../../model/waves.ts";

const PROXY = milvusIdentity("proxy");

export const MANAGEMENT = `${PROXY.name}-management`;

/** The management port of the proxies, which answers anybody who reaches it: network policies say who does. */
export function managementService(): KubernetesObject {
  return {
    apiVersion: "v1",
    kind: "Service",
    metadata: metadata(PROXY, MANAGEMENT, WAVE.rootPassword),
    spec: { type: "ClusterIP", selector: selectorLabels(PROXY), ports: [servicePort(MILVUS_METRICS)] },
  };
}
