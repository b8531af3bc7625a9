import { defined } from "../kubernetes/defined.ts";
import { KEEP, metadata } from "../kubernetes/metadata.ts";
import type { KubernetesObject } from "../kubernetes/resource.ts";
import { containerResources } from "../kubernetes/resources.ts";
import type { OwnStore } from "../model/environment.ts";
import { imageReference } from "../model/images.ts";
import { LOGGING_WAVE, STORE } from "./identities.ts";

/** The kind comes with the operator, which may still be on its way. */
export const FROM_OPERATOR = "SkipDryRunOnMissingResource=true";

/**
 * One set of equal nodes (cloud-on-k8s v3.5.0 `pkg/apis/elasticsearch/v1/elasticsearch_types.go`). Volumes outlive the object, and go
 * only with a node that is taken away, whose shards have moved before. The operator gives disruption budget, certificates,
 * anti-affinity and a security context.
 */
export function elasticsearchObject({ version, elasticsearch }: OwnStore): KubernetesObject {
  const { image, nodes, storage, resources } = elasticsearch;
  const annotations = { "argocd.argoproj.io/sync-options": `${KEEP["argocd.argoproj.io/sync-options"]},${FROM_OPERATOR}` };
  return {
    apiVersion: "elasticsearch.k8s.elastic.co/v1",
    kind: "Elasticsearch",
    metadata: metadata(STORE, STORE.name, LOGGING_WAVE.elasticsearch, { annotations }),
    spec: {
      version,
      image: imageReference(image),
      volumeClaimDeletePolicy: "DeleteOnScaledownOnly",
      nodeSets: [
        {
          name: "default",
          count: nodes,
          // Mapped files would want vm.max_map_count of the node, which a container cannot set without privileges.
          config: { "node.store.allow_mmap": false },
          podTemplate: {
            spec: {
              automountServiceAccountToken: false,
              enableServiceLinks: false,
              containers: [{ name: "elasticsearch", resources: containerResources(resources) }],
            },
          },
          volumeClaimTemplates: [
            {
              // The name is ECK's own: under another, data would lie in an emptyDir.
              metadata: { name: "elasticsearch-data" },
              spec: defined({
                accessModes: ["ReadWriteOnce"],
                resources: { requests: { storage: storage.size } },
                storageClassName: storage.storageClass,
              }),
            },
          ],
        },
      ],
    },
  };
}
