import type { KubernetesObject } from "../kubernetes/resource.ts";
import { type ObjectProblem, problemOf } from "./problem.ts";
import { sealedSecretFaults } from "./sealed-secret.ts";

type Model = new (data: never) => { validate(): void };

/**
 * The schemas of every kind that the generator makes, loaded when the first object of their group is checked. Where a package
 * stops at an older API version than we write, `as` names it: ExternalSecret v1 is v1beta1 field for field in External Secrets
 * 0.16, which serves both, and GRPCRoute v1 of Gateway API 1.1 is v1alpha2 of 1.0. Application and AppProject are those of Argo
 * CD 2.14, so fields that came later pass unread.
 */
const SCHEMAS: Readonly<Record<string, { load: () => Promise<unknown>; as?: string }>> = {
  "apps/v1": { load: () => import("kubernetes-models/apps/v1") },
  "argoproj.io/v1alpha1": { load: () => import("@kubernetes-models/argo-cd/argoproj.io/v1alpha1") },
  "external-secrets.io/v1": {
    load: () => import("@kubernetes-models/external-secrets/external-secrets.io/v1beta1"),
    as: "external-secrets.io/v1beta1",
  },
  "gateway.networking.k8s.io/v1": {
    load: () => import("@kubernetes-models/gateway-api/gateway.networking.k8s.io/v1alpha2"),
    as: "gateway.networking.k8s.io/v1alpha2",
  },
  "networking.k8s.io/v1": { load: () => import("kubernetes-models/networking.k8s.io/v1") },
  "policy/v1": { load: () => import("kubernetes-models/policy/v1") },
  v1: { load: () => import("kubernetes-models/v1") },
};

/**
 * Objects that the API server or a CRD would reject for the type of a field, or for one that is missing. A field that does not
 * exist passes: the schemas leave room for it, and only the API server's strict validation would tell.
 */
export async function checkSchemas(objects: readonly KubernetesObject[]): Promise<ObjectProblem[]> {
  const problems: ObjectProblem[] = [];
  for (const object of objects) problems.push(...(await faults(object)).map((message) => invalid(object, message)));
  return problems;
}

async function faults(object: KubernetesObject): Promise<string[]> {
  if (object.apiVersion === "bitnami.com/v1alpha1" && object.kind === "SealedSecret") return sealedSecretFaults(object);
  const schema = SCHEMAS[object.apiVersion];
  const models = (await schema?.load()) as Record<string, Model | undefined> | undefined;
  const Kind = models?.[object.kind];
  if (Kind === undefined) return [`${object.apiVersion} ${object.kind} has no schema here.`];
  try {
    new Kind({ ...object, apiVersion: schema?.as ?? object.apiVersion } as never).validate();
    return [];
  } catch (error) {
    return [(error as Error).message];
  }
}

function invalid(object: KubernetesObject, message: string): ObjectProblem {
  const remedy = "Report it with the configuration: the generator must not make such an object.";
  return problemOf("E_OBJECT", object, message, remedy);
}
