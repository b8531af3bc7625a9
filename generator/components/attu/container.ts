import { type EnvVar, envValue } from "../../kubernetes/env.ts";
import { containerSecurityContext } from "../../kubernetes/pod-security.ts";
import { httpProbe, tcpProbe } from "../../kubernetes/probes.ts";
import { containerResources } from "../../kubernetes/resources.ts";
import { containerPorts } from "../../kubernetes/service.ts";
import { type Trust, trustInMilvus } from "../../kubernetes/trust.ts";
import type { Attu, Environment } from "../../model/environment.ts";
import { ATTU, milvusIdentity } from "../../model/identities.ts";
import { imageReference } from "../../model/images.ts";
import { ATTU_HTTP, MILVUS_API } from "../../model/ports.ts";
import { COPY_FOLDER, MOUNTS, PAGES_FOLDER } from "./volumes.ts";

/** The server. Its start script writes the address of Milvus into its own pages (attu `client/public/env.sh`). */
export function attuContainer(environment: Environment, attu: Attu) {
  const trust = trustInMilvus(environment.tls);
  return {
    name: ATTU.name,
    ...common(environment, attu),
    env: [envValue("MILVUS_URL", `${milvusIdentity("proxy").name}:${MILVUS_API.port}`), ...encryption(trust)],
    ports: containerPorts([ATTU_HTTP]),
    ...probes(),
    volumeMounts: [...MOUNTS, ...(trust === undefined ? [] : [trust.mount])].map((mount) => ({ ...mount })),
  };
}

/** With these it encrypts whatever a visitor ticks, and shows its certificate to every Milvus (attu `server/src/milvus`). */
function encryption(trust: Trust | undefined): EnvVar[] {
  if (trust === undefined) return [];
  const { authority, own } = trust;
  return [
    envValue("ROOT_CERT_PATH", authority),
    ...(own === undefined ? [] : [envValue("PRIVATE_KEY_PATH", own.key), envValue("CERT_CHAIN_PATH", own.certificate)]),
  ];
}

/** A copy of the pages that the server may write to, since the root of its image is for reading. */
export function pagesContainer(environment: Environment, attu: Attu) {
  return {
    name: "copy-pages",
    ...common(environment, attu),
    command: ["cp", "-R", `${PAGES_FOLDER}/.`, COPY_FOLDER],
    volumeMounts: [{ name: "pages", mountPath: COPY_FOLDER }],
  };
}

function common({ imagePullPolicy }: Environment, { image, resources }: Attu) {
  return {
    image: imageReference(image),
    imagePullPolicy,
    resources: containerResources(resources),
    securityContext: containerSecurityContext(true),
  };
}

/** Its page rather than `/api/v1/healthy`, which answers and then logs an error each time. None of them asks for Milvus. */
function probes() {
  return {
    startupProbe: tcpProbe(ATTU_HTTP.port, { periodSeconds: 5, timeoutSeconds: 3, failureThreshold: 24 }),
    livenessProbe: tcpProbe(ATTU_HTTP.port, { periodSeconds: 15, timeoutSeconds: 5, failureThreshold: 3 }),
    readinessProbe: httpProbe("/", ATTU_HTTP.port, { periodSeconds: 10, timeoutSeconds: 5, failureThreshold: 3 }),
  };
}
