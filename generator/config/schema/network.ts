import * as z from "zod";
import { dnsLabel, foreignLabels } from "./text.ts";

const namespaces = z.array(dnsLabel).max(64);
const cidrs = z.array(z.cidrv4()).max(64);
const outside = z
  .strictObject({
    namespaces: namespaces.describe("Namespaces of the cluster that hold it."),
    cidrs: cidrs.describe("Networks that hold it."),
  })
  .partial();

/** Who may talk to whom. Needs a CNI plugin that enforces NetworkPolicies, such as Calico or Cilium. */
export const network = z
  .strictObject({
    policies: z.boolean().describe("Deny all traffic but what Milvus and its stores need: a NetworkPolicy for each workload."),
    clients: z
      .strictObject({
        namespaces: namespaces.describe("Namespaces whose pods call Milvus."),
        cidrs: cidrs.describe("Networks that call Milvus from outside the cluster."),
      })
      .partial()
      .describe("Who may call Milvus. Without any: whoever the exposure is made for."),
    controllerNamespace: dnsLabel.describe("Ingress and Gateway: the namespace of the pods that lead clients to Milvus."),
    scrapers: z
      .strictObject({
        namespaces: namespaces.describe("Namespaces of Prometheus, or of what else reads metrics."),
        podLabels: foreignLabels.describe("Labels that its pods have. Without any: every pod of the namespaces."),
      })
      .partial()
      .describe("Who may read metrics. etcd and MinIO have them on the port of their API."),
    dns: z
      .strictObject({
        namespace: dnsLabel.describe("Namespace of the cluster's DNS servers."),
        nodeLocal: z.boolean().describe("NodeLocal DNSCache answers on 169.254.20.10."),
      })
      .partial(),
    egress: z
      .strictObject({
        etcd: outside.describe("An external etcd."),
        objectStorage: outside.describe("An external object storage."),
        identity: outside.describe("auth: iam: the cloud's token service."),
        messageQueue: outside.describe("An external Pulsar or Kafka."),
        backup: outside.describe("The second place for backups."),
      })
      .partial()
      .describe("Where services outside are, since policies know no host names. Without any: anywhere, on the service's port."),
  })
  .partial()
  .describe("Network policies.");
