import type { KubernetesObject } from "../kubernetes/resource.ts";
import { groupOf, isBuiltIn } from "./built-in-groups.ts";
import { type EnvironmentTree, type Invariant, type PlatformTree, type Violation, violation } from "./invariant.ts";
import { scaledObjectFaults } from "./scaled-object.ts";
import { sealedSecretFaults } from "./sealed-secret.ts";

type Model = new (data: never) => { validate(): void };

/**
 * The schemas of every kind that the generator makes, and of those that people add most, loaded when the first object of their
 * group is checked. Where a package stops at an older API version than we write, `as` names it: ExternalSecret v1 is v1beta1 field
 * for field in External Secrets 0.16, which serves both, and GRPCRoute v1 of Gateway API 1.1 is v1alpha2 of 1.0. Application and
 * AppProject are those of Argo CD 2.14, so fields that came later pass unread.
 */
const SCHEMAS: Readonly<Record<string, { load: () => Promise<unknown>; as?: string }>> = {
  "apps/v1": { load: () => import("kubernetes-models/apps/v1") },
  "argoproj.io/v1alpha1": { load: () => import("@kubernetes-models/argo-cd/argoproj.io/v1alpha1") },
  "autoscaling/v1": { load: () => import("kubernetes-models/autoscaling/v1") },
  "autoscaling/v2": { load: () => import("kubernetes-models/autoscaling/v2") },
  "batch/v1": { load: () => import("kubernetes-models/batch/v1") },
  "external-secrets.io/v1": {
    load: () => import("@kubernetes-models/external-secrets/external-secrets.io/v1beta1"),
    as: "external-secrets.io/v1beta1",
  },
  "gateway.networking.k8s.io/v1": {
    load: () => import("@kubernetes-models/gateway-api/gateway.networking.k8s.io/v1alpha2"),
    as: "gateway.networking.k8s.io/v1alpha2",
  },
  "monitoring.coreos.com/v1": {
    load: () => import("@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1"),
  },
  "networking.k8s.io/v1": { load: () => import("kubernetes-models/networking.k8s.io/v1") },
  "policy/v1": { load: () => import("kubernetes-models/policy/v1") },
  v1: { load: () => import("kubernetes-models/v1") },
};

/** Kinds of which no package has a schema. */
const OWN: Readonly<Record<string, (object: KubernetesObject) => string[]>> = {
  "bitnami.com/v1alpha1 SealedSecret": sealedSecretFaults,
  "keda.sh/v1alpha1 ScaledObject": scaledObjectFaults,
};

const SCHEMA = {
  code: "E_OBJECT",
  severity: "error",
  reason: "The API server refuses an object whose fields are missing or of another type, and the whole sync with it.",
  remedy:
    "Correct it in custom/; if it is none of yours, report it with the environment's file, since the generator must not make it.",
} as const;

/**
 * Objects that the API server or a CRD would reject for the type of a field, or for one that is missing. A field that does not
 * exist passes: the schemas leave room for it, and only the API server's strict validation would tell. So does a kind of a group
 * that nobody here knows.
 */
export const objectMatchesSchema: Invariant<EnvironmentTree> = {
  ...SCHEMA,
  name: "object-matches-schema",
  find: ({ objects }) => violations(objects),
};

/** The same of what Argo CD reads. */
export const applicationMatchesSchema: Invariant<PlatformTree> = {
  ...SCHEMA,
  name: "application-matches-schema",
  find: ({ applications }) => violations(applications),
};

async function violations(objects: readonly KubernetesObject[]): Promise<Violation[]> {
  const found: Violation[] = [];
  for (const object of objects) found.push(...(await faults(object)).map((message) => violation(object, message)));
  return found;
}

async function faults(object: KubernetesObject): Promise<string[]> {
  const { apiVersion, kind } = object;
  if (typeof apiVersion !== "string") return ["It has no apiVersion."];
  const own = OWN[`${apiVersion} ${kind}`];
  if (own !== undefined) return own(object);
  const schema = SCHEMAS[apiVersion];
  const models = (await schema?.load()) as Record<string, Model | undefined> | undefined;
  const Kind = models?.[kind];
  if (Kind === undefined) return isMistaken(apiVersion) ? [`There is no kind ${kind} in ${apiVersion}.`] : [];
  try {
    new Kind({ ...object, apiVersion: schema?.as ?? apiVersion } as never).validate();
    return [];
  } catch (error) {
    return [(error as Error).message];
  }
}

/** Whether the group is one of Kubernetes itself whose kinds are all known here. */
function isMistaken(apiVersion: string): boolean {
  const group = groupOf(apiVersion);
  return isBuiltIn(apiVersion) && Object.keys(SCHEMAS).some((known) => groupOf(known) === group);
}
