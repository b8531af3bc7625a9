import { between } from "../../config/profiles/between.ts";
import type { LoggingSettings } from "./logging.ts";

/**
 * What a cluster gets that only says `logging: {}`: one node of Elasticsearch, which stands the loss of none. Versions are those that
 * were looked at: ECK 3.5.0 takes Elasticsearch 7 to 9 (cloud-on-k8s v3.5.0 `pkg/controller/elasticsearch/version`), the image of
 * Fluentd brings a client of Elasticsearch 8.19 (fluentd-kubernetes-daemonset `docker-image/v1.19/debian-elasticsearch8/Gemfile.lock`).
 */
export const LOGGING_DEFAULTS: LoggingSettings = {
  namespace: "logging",
  retentionDays: 14,
  version: "8.19.21",
  operator: { enabled: true, namespace: "elastic-system", version: "3.5.0", values: {} },
  elasticsearch: {
    nodes: 1,
    storage: { size: "50Gi" },
    // Requests of memory equal its limit, as ECK asks for.
    resources: between({ cpu: ["500m", "2"], memory: ["4Gi", "4Gi"], disk: ["64Mi", "1Gi"] }),
  },
  kibana: { resources: between({ cpu: ["100m", "1"], memory: ["1Gi", "1Gi"], disk: ["64Mi", "1Gi"] }) },
  fluentd: {
    image: { repository: "fluent/fluentd-kubernetes-daemonset", tag: "v1.19.3-debian-elasticsearch8-1.1" },
    buffer: "1Gi",
    resources: between({ cpu: ["100m", "1"], memory: ["256Mi", "512Mi"], disk: ["64Mi", "256Mi"] }),
  },
};
