import { kubectl } from "../../support/kubectl.ts";
import { ARGOCD } from "./argocd.ts";

export const REPOSITORY_SECRET = "milvus-gitops-cluster-test-repository";

/** Tells Argo CD of the repository, whose certificate nobody has signed. */
export async function addRepository(url: string): Promise<void> {
  const labels = { "argocd.argoproj.io/secret-type": "repository" };
  const metadata = { name: REPOSITORY_SECRET, namespace: ARGOCD, labels };
  const secret = { apiVersion: "v1", kind: "Secret", metadata, stringData: { type: "git", url, insecure: "true" } };
  await kubectl(["create", "-f", "-"], JSON.stringify(secret));
}
