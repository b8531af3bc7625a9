import * as z from "zod";
import { issuer } from "./issuer.ts";
import { annotations, dnsLabel, hostName, objectName } from "./text.ts";

/** How clients outside the cluster reach the proxy. */
export const exposure = z
  .strictObject({
    type: z.enum(["ClusterIP", "NodePort", "LoadBalancer", "Ingress", "Gateway"]),
    annotations: annotations.describe("Of the Service, Ingress or route that clients reach."),
    nodePort: z.int().min(1).max(65_535).describe("NodePort: the port on every node."),
    sourceRanges: z.array(z.cidrv4()).max(64).describe("LoadBalancer: the only networks that get in."),
    loadBalancerClass: z.string().min(1).max(253).describe("LoadBalancer: which implementation serves it."),
    externalTrafficPolicy: z
      .enum(["Cluster", "Local"])
      .describe("NodePort and LoadBalancer: Local keeps clients' addresses, and only nodes with a proxy answer."),
    controller: z.enum(["nginx", "traefik"]).describe("Ingress: whose annotations for gRPC are needed."),
    className: objectName.describe("Ingress: the IngressClass."),
    host: hostName.describe("Ingress and Gateway: the name that clients use."),
    tlsSecretName: objectName.describe("Ingress: Secret with the certificate; gRPC needs TLS there."),
    issuer: issuer.describe("Ingress: who in cert-manager writes that Secret. Without one, you do."),
    gateway: z
      .strictObject({ name: objectName, namespace: dnsLabel, sectionName: objectName })
      .partial()
      .describe("Gateway: the Gateway that the route attaches to: GRPCRoute, or TLSRoute with tls.milvus."),
  })
  .partial();
