import { kubectl } from "../../support/kubectl.ts";
import { type LiveObject, listObjects } from "../../support/live-object.ts";
import { ARGOCD } from "./argocd.ts";

export const REPOSITORY_SECRET = "milvus-gitops-cluster-test-repository";

interface StorageClass extends LiveObject {
  readonly metadata: LiveObject["metadata"] & { readonly annotations?: { readonly [key: string]: string } };
}

/** Tells Argo CD of the repository, whose certificate nobody has signed. */
export async function addRepository(url: string): Promise<void> {
  const labels = { "argocd.argoproj.io/secret-type": "repository" };
  const metadata = { name: REPOSITORY_SECRET, namespace: ARGOCD, labels };
  const secret = { apiVersion: "v1", kind: "Secret", metadata, stringData: { type: "git", url, insecure: "true" } };
  await kubectl(["create", "-f", "-"], JSON.stringify(secret));
}

/** The classes of these names that the cluster lacks. */
export async function missingStorageClasses(names: readonly string[]): Promise<string[]> {
  const present = (await listObjects("storageclasses")).map(({ metadata }) => metadata.name);
  return names.filter((name) => !present.includes(name));
}

/** A class like the cluster's default one under another name. */
export async function copyDefaultStorageClass(name: string): Promise<void> {
  const isDefault = "storageclass.kubernetes.io/is-default-class";
  const found = (await listObjects<StorageClass>("storageclasses")).find(
    ({ metadata }) => metadata.annotations?.[isDefault] === "true",
  );
  if (found === undefined) throw new Error("The cluster has no default storage class, which the proofs copy.");
  await kubectl(["create", "-f", "-"], JSON.stringify({ ...found, metadata: { name } }));
}
