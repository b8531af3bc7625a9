/**
 * The environments of this repository, and two that only the proofs have: one with every feature at once, and one that roles of
 * Milvus leave, and that in the end goes altogether.
 */
export const QA = "qa";
export const EVERYTHING = "everything";
export const ENVIRONMENTS = ["dev", "staging", "prod", EVERYTHING, QA] as const;

export const QA_FILE = `apiVersion: gitops.milvus.dev/v1alpha1
kind: Environment
profile: development
milvus:
  version: "2.5.10"
  coordinators: dedicated
`;

export const ROOT_APPLICATION = "milvus-root";
export const APPLICATIONS = [ROOT_APPLICATION, ...ENVIRONMENTS.map(namespaceOf)];

/** What `npm run secrets` cannot make up: the credentials of the place outside to which the backups of `everything` go. */
export const OUTSIDE = { environment: EVERYTHING, secret: "milvus-backup", keys: ["access-key", "secret-key"] } as const;

/** Namespace, Application and AppProject of an environment have one name. */
export function namespaceOf(environment: string): string {
  return `milvus-${environment}`;
}

/** The namespace of the golden environment, which only the dry run uses. */
export const ARTICLE_NAMESPACE = "milvus";
