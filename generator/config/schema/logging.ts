import * as z from "zod";
import { form } from "../form.ts";
import { problem } from "../problem.ts";
import { cluster } from "./cluster.ts";
import { image } from "./image.ts";
import { dnsLabel, objectName, quantity } from "./text.ts";
import { resources, volume } from "./workload.ts";

const NO_MAJORITY = {
  message: "2 nodes elect no master when one of them is lost.",
  reason: "Both vote, and one is no majority of two, so the second node adds a way to fail.",
  remedy: "Use 1, or 3 and more.",
};

const RESERVED = {
  message: "The namespace belongs to Kubernetes.",
  reason: "The add-on gets a namespace in which pods may read files of their node.",
  remedy: "Use one of its own: logging.",
};

const version = z.string().regex(/^\d+\.\d+\.\d+$/, form("E_VERSION", 'Name one version of the chart in quotes: "3.5.0".'));

const operator = z
  .strictObject({
    enabled: z.boolean().describe("Off where the cluster has an ECK operator that watches the namespace."),
    namespace: dnsLabel.describe("The namespace of the operator, also of one that is there already."),
    version: version.describe("Version of the chart eck-operator."),
    values: z.record(z.string(), z.unknown()).describe("Values of the chart, merged over those that are set here."),
  })
  .partial()
  .describe("The operator of Elastic Cloud on Kubernetes, which runs Elasticsearch and Kibana.");

const elasticsearch = z
  .strictObject({
    nodes: z
      .int()
      .min(1)
      .max(100)
      .check((context) => {
        if (context.value === 2) context.issues.push(problem("E_QUORUM", NO_MAJORITY));
      })
      .describe("Number of nodes, each with a volume. With three or more every shard has a copy."),
    storage: volume.describe("The volume of each node."),
    resources: resources.describe("Requests and limits of a node. Half of the memory becomes Java's heap."),
  })
  .partial()
  .describe("Where logs are kept.");

const fluentd = z
  .strictObject({
    image: image.describe("fluentd-kubernetes-daemonset in a variant for Elasticsearch 8."),
    buffer: quantity.describe("How much of each node's disk may hold logs that could not be sent yet."),
    resources: resources.describe("Requests and limits on each node."),
  })
  .partial()
  .describe("What reads the logs on each node.");

const existing = z
  .strictObject({
    url: z
      .url({ protocol: /^https$/ })
      .regex(/^https:\/\/[^@/?#]+(?:\/[^?#]*)?$/, form("E_URL", "Use https://host:9200, without user, query and fragment."))
      .describe("Where Elasticsearch answers."),
    secretName: objectName.describe("A Secret in the namespace with the keys username and password."),
    caSecretName: objectName
      .optional()
      .describe("A Secret with the authority of its certificate in ca.crt. Without one it must be a public one."),
  })
  .describe("An Elasticsearch that somebody else runs. Then this installs none, no Kibana and no operator.");

/** Logs of all environments of one cluster, in one Elasticsearch. */
export const logging = z
  .strictObject({
    cluster: cluster.describe("The cluster whose environments are read, and where it runs. Without it, Argo CD's own."),
    namespace: dnsLabel
      .check((context) => {
        if (/^(?:default|kube-.*)$/.test(context.value)) context.issues.push(problem("E_NAME", RESERVED));
      })
      .describe("The namespace of Fluentd, Elasticsearch and Kibana, which nothing else uses."),
    retentionDays: z.int().min(1).max(3650).describe("Days after which logs are deleted."),
    version: z
      .string()
      .regex(/^8\.\d+\.\d+$/, form("E_VERSION", 'Name a version of Elasticsearch 8 in quotes: "8.19.21".'))
      .describe("Version of Elasticsearch and Kibana. It can be raised and never lowered."),
    operator,
    elasticsearch,
    kibana: z
      .strictObject({ resources: resources.describe("Requests and limits of the container.") })
      .partial()
      .describe("Where people read logs."),
    fluentd,
    existing,
  })
  .partial()
  .check((context) => {
    if (context.value.existing === undefined) return;
    for (const field of ["version", "operator", "elasticsearch", "kibana"] as const) {
      if (context.value[field] !== undefined) context.issues.push(problem("E_UNUSED", notBoth(field), [field]));
    }
  })
  .describe("Fluentd, Elasticsearch and Kibana, for a cluster whose logs nobody collects.");

function notBoth(field: string) {
  return {
    message: `${field} has no effect beside existing.`,
    reason: "Logs go to the Elasticsearch that existing names, and none is installed.",
    remedy: `Remove ${field}, or existing.`,
  };
}
