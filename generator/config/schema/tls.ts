import * as z from "zod";
import { issuer } from "./issuer.ts";
import { duration, hostName } from "./text.ts";

/** What is encrypted, and who makes the certificates for it. */
export const tls = z
  .strictObject({
    certificates: z
      .enum(["cert-manager", "existing"])
      .describe("cert-manager makes them; existing means that people create the Secrets."),
    issuer: issuer.describe("cert-manager: who signs. Without one, an authority of the namespace's own."),
    duration: duration.describe("cert-manager: how long a certificate is valid."),
    renewBefore: duration.describe("cert-manager: how long before its end it is renewed."),
    revision: z
      .int()
      .min(0)
      .max(1_000_000)
      .describe("Raise it to restart Milvus, which reads certificates only when it starts."),
    hosts: z
      .array(hostName)
      .max(32)
      .describe("milvus: names and IPv4 addresses by which clients outside call Milvus, beside those of its Service."),
    clusterDomain: hostName.describe(
      "pulsar: the DNS domain of the cluster, which its servers add to the names that they call.",
    ),
    etcd: z.boolean().describe("etcd: clients and members, both with certificates of their own."),
    objectStorage: z.boolean().describe("MinIO: clients and servers."),
    pulsar: z.boolean().describe("Pulsar: clients, proxies and brokers; not ZooKeeper and the bookies."),
    milvus: z
      .enum(["off", "server", "mutual"])
      .describe("Milvus' API: server shows a certificate; mutual asks clients for one too."),
    internal: z.boolean().describe("Milvus' roles among themselves, from 2.5 on."),
  })
  .partial()
  .describe("Encryption.");
