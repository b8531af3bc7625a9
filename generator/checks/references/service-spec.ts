import type { KubernetesObject } from "../../kubernetes/resource.ts";
import { readAs } from "../read-as.ts";

/** The fields of a Service that the invariants read. */
export interface ServiceSpec {
  readonly clusterIP?: string;
  readonly publishNotReadyAddresses?: boolean;
  readonly selector?: Readonly<Record<string, string>>;
  readonly ports: readonly ServicePort[];
}

export interface ServicePort {
  readonly name?: string;
  readonly port: number;
  readonly targetPort?: string | number;
}

const SHAPE = {
  clusterIP: "text",
  publishNotReadyAddresses: "boolean",
  selector: { "*": "text" },
  ports: [{ name: "text", port: "port", targetPort: "target" }],
} as const;

export function serviceSpec({ spec }: KubernetesObject): ServiceSpec {
  return { ports: [], ...readAs<Partial<ServiceSpec>>(spec, SHAPE) };
}

export function services(objects: readonly KubernetesObject[]): KubernetesObject[] {
  return objects.filter(({ kind }) => kind === "Service");
}
