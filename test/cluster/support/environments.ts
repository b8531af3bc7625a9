/**
 * The environments of this repository, and one that only the proofs have: roles of Milvus leave it, and in the end it goes
 * altogether.
 */
export const QA = "qa";
export const ENVIRONMENTS = ["dev", "staging", "prod", QA] as const;

export const QA_FILE = `apiVersion: gitops.milvus.dev/v1alpha1
kind: Environment
profile: development
milvus:
  version: "2.5.10"
  coordinators: dedicated
`;

export const ROOT_APPLICATION = "milvus-root";
export const APPLICATIONS = [ROOT_APPLICATION, ...ENVIRONMENTS.map(namespaceOf)];

/** Namespace, Application and AppProject of an environment have one name. */
export function namespaceOf(environment: string): string {
  return `milvus-${environment}`;
}

/** The namespace of the golden environment, which only the dry run uses. */
export const ARTICLE_NAMESPACE = "milvus";
