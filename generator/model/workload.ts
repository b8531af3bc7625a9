export interface Image {
  /** After mirroring: `registry.example.com/milvusdb/milvus`. */
  readonly repository: string;
  readonly tag: string;
  /** `sha256:…` */
  readonly digest: string | undefined;
}

export interface ResourceList {
  readonly cpu: string;
  readonly memory: string;
  readonly "ephemeral-storage": string | undefined;
}

export interface ResourceRequirements {
  readonly requests: ResourceList;
  readonly limits: ResourceList;
}

export interface Toleration {
  readonly key?: string | undefined;
  readonly operator?: "Exists" | "Equal" | undefined;
  readonly value?: string | undefined;
  readonly effect?: "NoSchedule" | "PreferNoSchedule" | "NoExecute" | undefined;
  readonly tolerationSeconds?: number | undefined;
}

/** What every workload can be told. Labels and annotations go on the workload and its pods, never into selectors or claims. */
export interface Workload {
  readonly replicas: number;
  readonly resources: ResourceRequirements;
  readonly nodeSelector: Readonly<Record<string, string>>;
  readonly tolerations: readonly Toleration[];
  readonly priorityClassName: string | undefined;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

/** How an autoscaler counts pods: it keeps the use of what they request, in percent, at its targets. */
export interface Autoscaling {
  /** A HorizontalPodAutoscaler, or KEDA's ScaledObject. */
  readonly by: "hpa" | "keda";
  readonly maxReplicas: number;
  readonly cpu: number | undefined;
  readonly memory: number | undefined;
  /** None where a HorizontalPodAutoscaler counts. */
  readonly prometheus: readonly PrometheusTrigger[];
}

/** A question to Prometheus, of whose answer each pod shall have `threshold`. */
export interface PrometheusTrigger {
  readonly query: string;
  readonly threshold: number;
  /** `http://prometheus.monitoring:9090` */
  readonly serverAddress: string;
}

export interface Volume {
  readonly size: string;
  /** Undefined takes the cluster's default class. */
  readonly storageClass: string | undefined;
}
