/** A Kubernetes object as the API knows it: plain data that a builder made and nobody changes. */
export interface KubernetesObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: ObjectMeta;
  readonly [field: string]: unknown;
}

export interface ObjectMeta {
  readonly name: string;
  readonly namespace?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

/** An object and the file that holds it: `service-headless` becomes `service-headless.yaml`. */
export interface Resource {
  readonly file: string;
  readonly object: KubernetesObject;
}

/**
 * A ConfigMap whose name gets a hash of its contents, so that a change rolls the pods that mount it.
 * Each file is data, written as YAML by `documents`.
 */
export interface ConfigFiles {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly files: Readonly<Record<string, unknown>>;
}

/**
 * What is taken or left as one: the resources of one role. `path` is its folder under `base/`
 * (`etcd`, `milvus/proxy`); its first segment is the component, and so the folder of the overlay.
 */
export interface Unit {
  readonly path: string;
  readonly resources: readonly Resource[];
  readonly config?: ConfigFiles;
}
