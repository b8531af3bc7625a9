/** What of a StatefulSet says where its pods keep data. */
export interface StatefulSetSpec {
  readonly template: { readonly spec: PodSpec };
  readonly volumeClaimTemplates?: readonly ClaimTemplate[];
  readonly [field: string]: unknown;
}

interface PodSpec {
  readonly initContainers?: readonly Container[];
  readonly containers: readonly Container[];
}

export interface Container {
  readonly env?: readonly { readonly name: string; readonly value?: string }[];
  readonly volumeMounts?: readonly { readonly name: string; readonly mountPath: string; readonly subPath?: string }[];
}

export interface ClaimTemplate {
  readonly metadata: { readonly name: string; readonly labels?: unknown; readonly annotations?: unknown };
  readonly spec: {
    readonly storageClassName?: string;
    readonly resources: { readonly requests: { readonly storage: string } };
    readonly [field: string]: unknown;
  };
}

/** Those that mount a volume, first those that run first. */
export function containersOf({ template }: StatefulSetSpec): readonly Container[] {
  return [...(template.spec.initContainers ?? []), ...template.spec.containers];
}
