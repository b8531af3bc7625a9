import type { Image, Workload } from "./workload.ts";

/** The console of Milvus. One pod, which keeps in its memory who is logged in. */
export interface Attu extends Workload {
  readonly image: Image;
  readonly exposure: AttuExposure;
}

export type AttuExposure = { readonly type: "ClusterIP" } | AttuIngress;

export interface AttuIngress {
  readonly type: "Ingress";
  readonly controller: "nginx" | "traefik";
  /** Where the controller's pods run. */
  readonly controllerNamespace: string;
  readonly className: string;
  readonly host: string;
  readonly tlsSecretName: string;
  readonly annotations: Readonly<Record<string, string>>;
}
