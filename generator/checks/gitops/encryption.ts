import type { KubernetesObject } from "../../kubernetes/resource.ts";
import type { Tls } from "../../model/environment.ts";
import { BROKER, ETCD, headlessName, MINIO, milvusIdentity, PULSAR_PROXY, PULSAR_STANDALONE } from "../../model/identities.ts";
import {
  ETCD_CLIENT,
  ETCD_METRICS,
  MILVUS_REST,
  MINIO_API,
  type Port,
  PULSAR_BINARY,
  PULSAR_BINARY_TLS,
  PULSAR_HTTPS,
} from "../../model/ports.ts";

const PROXY = milvusIdentity("proxy").name;

/** A port that these objects have or lack by what the environment encrypts. */
interface Depending {
  readonly objects: readonly string[];
  readonly port: Port;
  readonly isOpen: (tls: Tls) => boolean;
}

const BROKER_SERVICES = [`Service ${BROKER.name}`, `Service ${headlessName(BROKER)}`];
const PULSAR_SERVICES = [
  ...BROKER_SERVICES,
  `Service ${PULSAR_PROXY.name}`,
  `Service ${PULSAR_STANDALONE.name}`,
  `Service ${headlessName(PULSAR_STANDALONE)}`,
];
const PULSAR_PODS = [`StatefulSet ${BROKER.name}`, `Deployment ${PULSAR_PROXY.name}`, `StatefulSet ${PULSAR_STANDALONE.name}`];

const DEPENDING: readonly Depending[] = [
  { objects: [`StatefulSet ${ETCD.name}`], port: ETCD_METRICS, isOpen: ({ etcd }) => etcd },
  { objects: [`Deployment ${PROXY}`, `Service ${PROXY}`], port: MILVUS_REST, isOpen: ({ milvus }) => milvus !== "off" },
  { objects: [...PULSAR_SERVICES, ...PULSAR_PODS], port: PULSAR_BINARY_TLS, isOpen: ({ pulsar }) => pulsar },
  { objects: [...BROKER_SERVICES, `StatefulSet ${BROKER.name}`], port: PULSAR_HTTPS, isOpen: ({ pulsar }) => pulsar },
  // Pods keep it: the kubelet asks there.
  { objects: PULSAR_SERVICES, port: PULSAR_BINARY, isOpen: ({ pulsar }) => !pulsar },
];

/** Where the probes of an object ask. */
export interface Asked {
  readonly port: number;
  readonly scheme: string;
}

const ASKED: Readonly<Record<string, (tls: Tls) => Asked>> = {
  [`StatefulSet ${ETCD.name}`]: ({ etcd }) => ({ port: (etcd ? ETCD_METRICS : ETCD_CLIENT).port, scheme: "HTTP" }),
  [`StatefulSet ${MINIO.name}`]: ({ objectStorage }) => ({ port: MINIO_API.port, scheme: objectStorage ? "HTTPS" : "HTTP" }),
};

/** The ports that an object has in one environment and lacks in another for what each encrypts, and whether it should have them. */
export function dependingPorts(
  { kind, metadata }: KubernetesObject,
  tls: Tls,
): readonly (Port & { readonly isOpen: boolean })[] {
  return DEPENDING.filter(({ objects }) => objects.includes(`${kind} ${metadata.name}`)).map(({ port, isOpen }) => ({
    ...port,
    isOpen: isOpen(tls),
  }));
}

/** Where the probes of an object have to ask for what the environment encrypts; undefined where that decides nothing. */
export function askedPlace({ kind, metadata }: KubernetesObject, tls: Tls): Asked | undefined {
  return ASKED[`${kind} ${metadata.name}`]?.(tls);
}
