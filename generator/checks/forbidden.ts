import type { KubernetesObject } from "../kubernetes/resource.ts";
import { type ObjectProblem, problemOf } from "./problem.ts";

interface Rule {
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
}

const RIGHTS: Rule = {
  code: "E_POLICY",
  message: "It grants rights in the cluster, and nothing here calls the Kubernetes API.",
  remedy: "Leave rights to who runs the cluster.",
};

const RULES: Readonly<Record<string, Rule>> = {
  ClusterRole: RIGHTS,
  ClusterRoleBinding: RIGHTS,
  Role: RIGHTS,
  RoleBinding: RIGHTS,
  PersistentVolumeClaim: {
    code: "E_STORAGE",
    message: "A claim in Git goes when its file goes, and its data with it.",
    remedy: "Claim storage by the template of a StatefulSet.",
  },
};

const SECRET: Rule = {
  code: "E_SECRET",
  message: "A Secret in Git can be read by everyone who can read the repository.",
  remedy: "Use an ExternalSecret or a SealedSecret, or create it in the cluster.",
};

/** Kinds that no environment takes from Git: claims, rights and credentials. */
export function checkForbidden(objects: readonly KubernetesObject[]): ObjectProblem[] {
  return objects.flatMap((object) => {
    const rule = object.kind === "Secret" && holdsData(object) ? SECRET : RULES[object.kind];
    return rule === undefined ? [] : [problemOf(rule.code, object, rule.message, rule.remedy)];
  });
}

function holdsData({ data, stringData }: KubernetesObject): boolean {
  return [data, stringData].some((values) => Object.keys((values ?? {}) as object).length > 0);
}
