import { metadata } from "../kubernetes/metadata.ts";
import type { KubernetesObject } from "../kubernetes/resource.ts";
import { containerResources } from "../kubernetes/resources.ts";
import type { OwnStore } from "../model/environment.ts";
import { imageReference } from "../model/images.ts";
import { FROM_OPERATOR } from "./elasticsearch.ts";
import { LOGGING_WAVE, STORE } from "./identities.ts";

/** One pod, which keeps nothing: what people save lies in Elasticsearch (cloud-on-k8s v3.5.0 `pkg/apis/kibana/v1/kibana_types.go`). */
export function kibanaObject({ version, kibana }: OwnStore): KubernetesObject {
  const annotations = { "argocd.argoproj.io/sync-options": FROM_OPERATOR };
  return {
    apiVersion: "kibana.k8s.elastic.co/v1",
    kind: "Kibana",
    metadata: metadata(STORE, STORE.name, LOGGING_WAVE.kibana, { annotations }),
    spec: {
      version,
      image: imageReference(kibana.image),
      count: 1,
      elasticsearchRef: { name: STORE.name },
      config: { "telemetry.optIn": false },
      podTemplate: {
        spec: {
          automountServiceAccountToken: false,
          enableServiceLinks: false,
          containers: [{ name: "kibana", resources: containerResources(kibana.resources) }],
        },
      },
    },
  };
}
