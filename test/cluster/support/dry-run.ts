import { kubectl, tryKubectl } from "../../support/kubectl.ts";
import type { Address } from "./tracking.ts";

/** What the API server says of objects without keeping them. */
export interface Verdict {
  readonly accepted: number;
  /** Rejections and warnings, in kubectl's words. */
  readonly remarks: readonly string[];
}

const ARGUMENTS = ["--server-side", "--dry-run=server", "--validate=strict", "--field-manager=cluster-test"];

/** Asks the API server, with all of its admission, what it would say of these manifests. */
export async function dryRun(manifests: string): Promise<Verdict> {
  const { stdout, stderr } = await tryKubectl(["apply", ...ARGUMENTS, "--force-conflicts", "-f", "-"], manifests);
  return { accepted: lines(stdout).length, remarks: lines(stderr) };
}

/** Makes the namespaces of these objects, without which nothing in them can be judged; gives their names. */
export async function createNamespaces(objects: readonly Address[]): Promise<string[]> {
  const namespaces = objects.filter(({ kind }) => kind === "Namespace");
  for (const namespace of namespaces) await kubectl(["create", "-f", "-"], JSON.stringify(namespace));
  return namespaces.map(({ metadata }) => metadata.name);
}

function lines(text: string): string[] {
  return text.split("\n").filter((line) => line !== "");
}
