import type { KubernetesObject } from "../kubernetes/resource.ts";
import { readAs } from "./read-as.ts";
import { METADATA_SHAPE, WORKLOAD_SHAPE } from "./workload-shape.ts";

/** The parts of a container that the checks read. */
export interface Container {
  readonly name: string;
  readonly image?: string;
  /** `Always` makes a sidecar of an init container: it runs beside the others. */
  readonly restartPolicy?: string;
  readonly args?: readonly string[];
  readonly command?: readonly string[];
  readonly env?: readonly EnvVar[];
  readonly envFrom?: readonly { readonly configMapRef?: Optional; readonly secretRef?: Optional; readonly prefix?: string }[];
  readonly ports?: readonly { readonly name?: string; readonly containerPort: number; readonly hostPort?: number }[];
  readonly volumeMounts?: readonly VolumeMount[];
  readonly resources?: { readonly requests?: Quantities; readonly limits?: Quantities };
  readonly startupProbe?: Probe;
  readonly livenessProbe?: Probe;
  readonly readinessProbe?: Probe;
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
  readonly optional?: boolean;
}

export interface VolumeMount {
  readonly name: string;
  readonly mountPath: string;
  readonly subPath?: string;
  readonly readOnly?: boolean;
}

interface Named {
  readonly name: string;
}

interface Optional extends Named {
  readonly optional?: boolean;
}

type Quantities = Readonly<Record<string, string>>;

/** What a probe or a lifecycle hook does. */
export interface Handler {
  readonly exec?: { readonly command?: readonly string[] };
  readonly grpc?: { readonly port: number; readonly service?: string };
  readonly httpGet?: {
    readonly port: string | number;
    readonly host?: string;
    readonly path?: string;
    readonly scheme?: string;
  };
  readonly tcpSocket?: { readonly port: string | number; readonly host?: string };
}

/** Times are seconds. */
export interface Probe extends Handler {
  readonly failureThreshold?: number;
  readonly initialDelaySeconds?: number;
  readonly periodSeconds?: number;
}

/** The fields of both the pod's and the container's security context. */
export interface SecurityContext {
  readonly allowPrivilegeEscalation?: boolean;
  readonly appArmorProfile?: { readonly type: string };
  readonly capabilities?: { readonly add?: readonly string[]; readonly drop?: readonly string[] };
  readonly privileged?: boolean;
  readonly procMount?: string;
  readonly readOnlyRootFilesystem?: boolean;
  readonly runAsNonRoot?: boolean;
  readonly runAsUser?: number;
  readonly runAsGroup?: number;
  readonly seLinuxOptions?: { readonly type?: string; readonly user?: string; readonly role?: string };
  readonly seccompProfile?: { readonly type: string };
  readonly fsGroup?: number;
  readonly supplementalGroups?: readonly number[];
  readonly sysctls?: readonly Named[];
  readonly windowsOptions?: { readonly hostProcess?: boolean };
}

export interface PodSpec {
  readonly serviceAccountName?: string;
  /** The same under its deprecated name. */
  readonly serviceAccount?: string;
  readonly priorityClassName?: string;
  readonly runtimeClassName?: string;
  readonly imagePullSecrets?: readonly Named[];
  readonly hostAliases?: readonly unknown[];
  readonly automountServiceAccountToken?: boolean;
  readonly enableServiceLinks?: boolean;
  readonly hostIPC?: boolean;
  readonly hostNetwork?: boolean;
  readonly hostPID?: boolean;
  readonly terminationGracePeriodSeconds?: number;
  readonly securityContext?: SecurityContext;
  readonly initContainers?: readonly Container[];
  readonly containers: readonly Container[];
  readonly volumes?: readonly PodVolume[];
}

export interface PodVolume {
  readonly name: string;
  readonly configMap?: ProjectedFiles;
  readonly secret?: { readonly secretName: string; readonly items?: readonly VolumeItem[]; readonly optional?: boolean };
  readonly projected?: { readonly sources?: readonly ProjectedSource[] };
  readonly persistentVolumeClaim?: { readonly claimName: string };
  readonly ephemeral?: { readonly volumeClaimTemplate?: { readonly spec?: { readonly storageClassName?: string } } };
  readonly [source: string]: unknown;
}

export interface ProjectedSource {
  readonly configMap?: ProjectedFiles;
  readonly secret?: ProjectedFiles;
}

export interface ProjectedFiles extends Optional {
  readonly items?: readonly VolumeItem[];
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
  readonly spec?: Partial<PodSpec>;
}

/** In `custom/` a person may have forgotten any of it. */
interface WorkloadSpec {
  readonly selector?: { readonly matchLabels?: Readonly<Record<string, string>> };
  readonly template?: PodTemplate;
  readonly jobTemplate?: { readonly spec?: { readonly template?: PodTemplate } };
  readonly volumeClaimTemplates?: readonly { readonly metadata?: { readonly name: string } }[];
  readonly serviceName?: string;
  readonly replicas?: number;
}

/** ReplicaSets and bare pods are here for `custom/`; the generator makes none. */
const WORKLOADS: ReadonlySet<string> = new Set([
  "CronJob",
  "DaemonSet",
  "Deployment",
  "Job",
  "Pod",
  "ReplicaSet",
  "StatefulSet",
]);

/** Every workload among the objects; of a hand-written one, what is of the types that Kubernetes wants. */
export function podOwners(objects: readonly KubernetesObject[]): PodOwner[] {
  return objects.filter(({ kind }) => WORKLOADS.has(kind)).map(knownPodOwner);
}

/** Dozens of invariants read the same workloads, and an object never changes. */
const KNOWN = new WeakMap<KubernetesObject, PodOwner>();

function knownPodOwner(object: KubernetesObject): PodOwner {
  const owner = KNOWN.get(object) ?? podOwner(object);
  KNOWN.set(object, owner);
  return owner;
}

function podOwner(object: KubernetesObject): PodOwner {
  const { metadata, spec } = object;
  const written = object.kind === "Pod" ? { template: { metadata, spec } } : spec;
  const workload = readAs<WorkloadSpec>(written, WORKLOAD_SHAPE) ?? {};
  const template = workload.jobTemplate?.spec?.template ?? workload.template;
  return {
    object,
    selector: workload.selector?.matchLabels ?? {},
    podLabels: template?.metadata?.labels ?? {},
    podAnnotations: template?.metadata?.annotations ?? {},
    pod: { ...template?.spec, containers: template?.spec?.containers ?? [] },
    claims: (workload.volumeClaimTemplates ?? []).map(({ metadata: { name } = { name: "" } }) => name),
    serviceName: workload.serviceName,
    replicas: workload.replicas,
  };
}

/** Init containers and containers, in the order they start. */
export function containersOf(pod: PodSpec): readonly Container[] {
  return [...(pod.initContainers ?? []), ...pod.containers];
}

/** The labels of an object that is no workload. */
export function labelsOf({ metadata }: KubernetesObject): Readonly<Record<string, string>> {
  return readAs<KubernetesObject["metadata"]>(metadata, METADATA_SHAPE)?.labels ?? {};
}

/** Whether a label selector takes a pod with these labels. */
export function selects(selector: Readonly<Record<string, string>>, labels: Readonly<Record<string, string>>): boolean {
  return Object.entries(selector).every(([key, value]) => labels[key] === value);
}

/** Kinds whose pods come to an end: they serve nobody, and are gone before anybody could scrape them. */
export const FINITE_KINDS: ReadonlySet<string> = new Set(["CronJob", "Job"]);
