import * as z from "zod";
import { image } from "./image.ts";
import { annotations, dnsLabel, hostName, objectName } from "./text.ts";
import { workload } from "./workload.ts";

const exposure = z
  .strictObject({
    type: z
      .enum(["ClusterIP", "Ingress"])
      .describe("ClusterIP: people reach it by kubectl port-forward. Ingress: by a name, with TLS and Milvus' passwords."),
    annotations: annotations.describe("Ingress: of the Ingress, such as those by which its controller asks who comes."),
    controller: z.enum(["nginx", "traefik"]).describe("Ingress: whose annotations are needed."),
    controllerNamespace: dnsLabel.describe("Ingress: the namespace of the controller's pods, the only ones let in."),
    className: objectName.describe("Ingress: the IngressClass. Without it: the controller's name."),
    host: hostName.describe("Ingress: the name that people use."),
    tlsSecretName: objectName.describe("Ingress: Secret with the certificate."),
  })
  .partial();

/** Always one pod: it keeps in its memory who is logged in. */
const { replicas: _, ...onePod } = workload;

/** The console of Milvus. */
export const attu = z
  .strictObject({
    enabled: z.boolean().describe("Whether the environment has a console."),
    image: image.describe("The tag follows milvus.version unless it is given."),
    ...onePod,
    exposure: exposure.describe("How people reach the console."),
  })
  .partial()
  .describe("Attu, the console of Milvus: docs/attu.md.");
