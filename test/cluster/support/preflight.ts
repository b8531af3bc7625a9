import { findKustomize } from "../../../generator/system/kustomize-binary.ts";
import { tryKubectl } from "../../support/kubectl.ts";
import { runProgram } from "../../support/run.ts";
import { ARGOCD } from "./argocd.ts";

const PROGRAMS = [
  ["kubectl", "version", "--client"],
  ["git", "--version"],
  ["openssl", "version"],
] as const;
const NEEDED = [
  ["crd", "applications.argoproj.io", "Argo CD's CRDs"],
  ["crd", "appprojects.argoproj.io", "Argo CD's CRDs"],
  ["crd", "certificates.cert-manager.io", "CRDs of cert-manager"],
  ["crd", "issuers.cert-manager.io", "CRDs of cert-manager"],
  ["crd", "scaledobjects.keda.sh", "CRDs of KEDA"],
  ["crd", "elasticsearches.elasticsearch.k8s.elastic.co", "CRDs of ECK"],
  ["crd", "kibanas.kibana.k8s.elastic.co", "CRDs of ECK"],
  ["crd", "podmonitors.monitoring.coreos.com", "CRDs of prometheus-operator"],
  ["crd", "prometheusrules.monitoring.coreos.com", "CRDs of prometheus-operator"],
  ["namespace", ARGOCD, "Argo CD's namespace"],
] as const;

/** What the proofs need and this machine or its cluster does not have, in words. Nothing is changed. */
export async function missingPrerequisites(env: NodeJS.ProcessEnv): Promise<string[]> {
  if ((env.KUBECONFIG ?? "") === "")
    return ["KUBECONFIG is not set. It names the cluster that the proofs run on, a disposable one."];
  const programs = [
    ...(await Promise.all(PROGRAMS.map((command) => missingProgram(command)))).flat(),
    ...(await noKustomize(env)),
  ];
  return programs.length > 0 ? programs : missingInCluster();
}

async function missingProgram([program, ...args]: readonly [string, ...string[]]): Promise<string[]> {
  try {
    await runProgram(".", program, ...args);
    return [];
  } catch {
    return [`${program} is not on PATH, or does not start.`];
  }
}

async function noKustomize(env: NodeJS.ProcessEnv): Promise<string[]> {
  try {
    await findKustomize(env);
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

async function missingInCluster(): Promise<string[]> {
  const version = await tryKubectl(["version", "--request-timeout=10s"]);
  if (version.code !== 0) return [`The cluster that KUBECONFIG names does not answer: ${version.stderr.trim()}`];
  const answers = await Promise.all(NEEDED.map(([kind, name]) => tryKubectl(["get", kind, name])));
  return NEEDED.filter((_, index) => answers[index]?.code !== 0).map(
    ([kind, name, what]) => `${what}: there is no ${kind} ${name}.`,
  );
}
