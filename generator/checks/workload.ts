import type { KubernetesObject } from "../kubernetes/resource.ts";

/** The parts of a container that the checks read. */
export interface Container {
  readonly name: string;
  readonly args?: readonly string[];
  readonly command?: readonly string[];
  readonly env?: readonly EnvVar[];
  readonly envFrom?: readonly { readonly configMapRef?: Named; readonly secretRef?: Named }[];
  readonly ports?: readonly { readonly name?: string; readonly containerPort: number; readonly hostPort?: number }[];
  readonly volumeMounts?: readonly { readonly name: string; readonly mountPath: string; readonly subPath?: string }[];
  readonly resources?: { readonly requests?: Quantities; readonly limits?: Quantities };
  readonly startupProbe?: Handler;
  readonly livenessProbe?: Handler;
  readonly readinessProbe?: Handler;
  readonly lifecycle?: { readonly postStart?: Handler; readonly preStop?: Handler };
  readonly securityContext?: SecurityContext;
}

export interface EnvVar {
  readonly name: string;
  readonly value?: string;
  readonly valueFrom?: { readonly secretKeyRef?: KeyReference; readonly configMapKeyRef?: KeyReference };
}

export interface KeyReference {
  readonly name: string;
  readonly key: string;
}

interface Named {
  readonly name: string;
}

type Quantities = Readonly<Record<string, string>>;

/** What a probe or a lifecycle hook does. */
export interface Handler {
  readonly httpGet?: { readonly port: string | number; readonly host?: string };
  readonly tcpSocket?: { readonly port: string | number; readonly host?: string };
}

/** The fields of both the pod's and the container's security context. */
export interface SecurityContext {
  readonly allowPrivilegeEscalation?: boolean;
  readonly appArmorProfile?: { readonly type: string };
  readonly capabilities?: { readonly add?: readonly string[]; readonly drop?: readonly string[] };
  readonly privileged?: boolean;
  readonly procMount?: string;
  readonly runAsNonRoot?: boolean;
  readonly runAsUser?: number;
  readonly seLinuxOptions?: { readonly type?: string; readonly user?: string; readonly role?: string };
  readonly seccompProfile?: { readonly type: string };
  readonly sysctls?: readonly Named[];
  readonly windowsOptions?: { readonly hostProcess?: boolean };
}

export interface PodSpec {
  readonly serviceAccountName?: string;
  readonly automountServiceAccountToken?: boolean;
  readonly enableServiceLinks?: boolean;
  readonly hostIPC?: boolean;
  readonly hostNetwork?: boolean;
  readonly hostPID?: boolean;
  readonly securityContext?: SecurityContext;
  readonly initContainers?: readonly Container[];
  readonly containers: readonly Container[];
  readonly volumes?: readonly PodVolume[];
}

export interface PodVolume {
  readonly name: string;
  readonly configMap?: { readonly name: string; readonly items?: readonly VolumeItem[] };
  readonly secret?: { readonly secretName: string; readonly items?: readonly VolumeItem[] };
  readonly [source: string]: unknown;
}

export interface VolumeItem {
  readonly key: string;
  readonly path: string;
}

/** A workload, seen from outside. */
export interface PodOwner {
  readonly object: KubernetesObject;
  readonly selector: Readonly<Record<string, string>>;
  readonly podLabels: Readonly<Record<string, string>>;
  readonly podAnnotations: Readonly<Record<string, string>>;
  readonly pod: PodSpec;
  /** Names of claim templates, which are volumes too. */
  readonly claims: readonly string[];
  readonly serviceName: string | undefined;
  /** Undefined where the object does not say. */
  readonly replicas: number | undefined;
}

interface PodTemplate {
  readonly metadata?: KubernetesObject["metadata"];
  readonly spec: PodSpec;
}

interface WorkloadSpec {
  readonly selector?: { readonly matchLabels?: Readonly<Record<string, string>> };
  readonly template: PodTemplate;
  readonly jobTemplate?: { readonly spec: { readonly template: PodTemplate } };
  readonly volumeClaimTemplates?: readonly { readonly metadata: { readonly name: string } }[];
  readonly serviceName?: string;
  readonly replicas?: number;
}

/** Jobs are here for `custom/`; the generator makes none. */
const WORKLOADS: ReadonlySet<string> = new Set(["CronJob", "DaemonSet", "Deployment", "Job", "StatefulSet"]);

/** Every workload among the objects. */
export function podOwners(objects: readonly KubernetesObject[]): PodOwner[] {
  return objects.filter(({ kind }) => WORKLOADS.has(kind)).map(podOwner);
}

function podOwner(object: KubernetesObject): PodOwner {
  const spec = object.spec as WorkloadSpec;
  const template = spec.jobTemplate?.spec.template ?? spec.template;
  return {
    object,
    selector: spec.selector?.matchLabels ?? {},
    podLabels: template.metadata?.labels ?? {},
    podAnnotations: template.metadata?.annotations ?? {},
    pod: template.spec,
    claims: (spec.volumeClaimTemplates ?? []).map(({ metadata }) => metadata.name),
    serviceName: spec.serviceName,
    replicas: spec.replicas,
  };
}

/** Init containers and containers, in the order they start. */
export function containersOf(pod: PodSpec): readonly Container[] {
  return [...(pod.initContainers ?? []), ...pod.containers];
}

/** Whether a label selector takes a pod with these labels. */
export function selects(selector: Readonly<Record<string, string>>, labels: Readonly<Record<string, string>>): boolean {
  return Object.entries(selector).every(([key, value]) => labels[key] === value);
}
