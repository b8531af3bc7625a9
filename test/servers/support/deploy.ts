import { join } from "node:path";
import { findKustomize } from "../../../generator/system/kustomize-binary.ts";
import { renderKustomization } from "../../../generator/system/render-kustomization.ts";
import { parseObjects } from "../../support/canonical.ts";
import { kubectl } from "../../support/kubectl.ts";
import type { LiveObject } from "../../support/live-object.ts";
import { run } from "../../support/run.ts";
import type { TestEnvironment } from "./environment.ts";
import { waitUntilReady } from "./wait-until-ready.ts";
import { isWorkload } from "./workloads.ts";

/** How objects reach the cluster: as `kubectl apply -k` sends them, or wave after wave as Argo CD does. */
export type Order = "at once" | "in waves";

const WAVE = "argocd.argoproj.io/sync-wave";

/** Generates the environment from what its file says now, renders it with Kustomize and applies it; gives it with its objects. */
export async function deploy(environment: TestEnvironment, order: Order = "at once"): Promise<TestEnvironment> {
  await runProduct(environment.repository, "generate");
  const folder = join(environment.repository, "overlays", environment.name);
  const objects = parseObjects(await renderKustomization(await findKustomize(process.env), folder)) as unknown as LiveObject[];
  const rendered = { ...environment, objects };
  await deleteHooks(rendered);
  if (order === "at once") await applyObjects(objects);
  else await applyInWaves(rendered);
  return rendered;
}

/** A command of ours that must succeed. */
export async function runProduct(repository: string, ...args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await run(repository, ...args);
  if (code !== 0) throw new Error(`${args.join(" ")} ended with ${code}: ${stderr}`);
  return stdout;
}

export async function applyObjects(objects: readonly LiveObject[]): Promise<void> {
  await kubectl(["apply", "--server-side", "-f", "-"], JSON.stringify({ apiVersion: "v1", kind: "List", items: objects }));
}

/** As Argo CD does before it makes a hook again: Kubernetes takes no other pod template for a Job that exists. */
async function deleteHooks({ namespace, objects }: TestEnvironment): Promise<void> {
  const jobs = objects.filter(({ kind }) => kind === "Job").map(({ metadata }) => metadata.name);
  if (jobs.length > 0) await kubectl(["delete", "job", ...jobs, "-n", namespace, "--ignore-not-found"]);
}

/** Waits until the Jobs of the environment have ended well. */
export async function waitForJobs({ namespace, objects }: TestEnvironment): Promise<void> {
  const jobs = objects.filter(({ kind }) => kind === "Job").map(({ metadata }) => `job/${metadata.name}`);
  if (jobs.length > 0) await kubectl(["wait", "--for=condition=Complete", "--timeout=300s", ...jobs, "-n", namespace]);
}

async function applyInWaves(environment: TestEnvironment): Promise<void> {
  const waves = [...new Set(environment.objects.map(waveOf))].sort((a, b) => a - b);
  for (const wave of waves) {
    const objects = environment.objects.filter((object) => waveOf(object) === wave);
    await applyObjects(objects);
    await waitUntilReady(
      environment,
      600,
      objects.filter(isWorkload).map(({ metadata }) => metadata.name),
    );
  }
}

function waveOf({ metadata }: LiveObject): number {
  return Number(metadata.annotations?.[WAVE] ?? 0);
}
