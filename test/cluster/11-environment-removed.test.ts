import { describe, expect, inject, it } from "vitest";
import { eventually, timed } from "../support/eventually.ts";
import { kubectl } from "../support/kubectl.ts";
import { type Application, ARGOCD, requireApplication, startSync } from "./support/argocd.ts";
import { namespaceOf, QA, ROOT_APPLICATION } from "./support/environments.ts";
import { publish, remove, runCommand } from "./support/repository.ts";
import { everything, uidsOf } from "./support/survivors.ts";

const COPY = inject("repository");
const NAMESPACE = namespaceOf(QA);
const GOING = [`AppProject ${NAMESPACE}`, `Application ${NAMESPACE}`];
const KINDS = "applications.argoproj.io,appprojects.argoproj.io";

describe("an environment that leaves Git", () => {
  it("keeps its Application and project, which the root shows as wanting to be pruned", async ({ task }) => {
    const before = await ofArgoCd();
    remove(COPY, `overlays/${QA}`);
    await runCommand(COPY, "generate");
    const revision = await publish(COPY, "qa goes");
    const { seconds } = await timed(() => rootUntil(({ status }) => status?.sync?.revision === revision));

    task.meta.figure = `${seconds} s`;
    expect(wantPruning(await requireApplication(ROOT_APPLICATION))).toEqual(GOING);
    expect(await ofArgoCd()).toEqual(before);
  });

  it("waits for a confirmation when somebody syncs the root with pruning", async ({ task }) => {
    const before = await ofArgoCd();
    const { syncPolicy } = (await requireApplication(ROOT_APPLICATION)).spec ?? {};
    const isOurs = await startSync(ROOT_APPLICATION, { prune: true, syncOptions: syncPolicy?.syncOptions ?? [] });
    const { status } = await rootUntil(
      ({ status }) => isOurs(status?.operationState) && /confirm/.test(status?.operationState?.message ?? ""),
    );

    task.meta.figure = `"${status?.operationState?.message}"`;
    expect(status?.operationState?.phase).toBe("Running");
    expect(await ofArgoCd()).toEqual(before);
  });

  it("goes when it is confirmed, and leaves everything that ran", async ({ task }) => {
    const before = await everything(NAMESPACE);
    const approval = `argocd.argoproj.io/deletion-approved=${new Date().toISOString()}`;
    await kubectl(["annotate", "application.argoproj.io", ROOT_APPLICATION, "-n", ARGOCD, approval]);
    const { seconds } = await timed(() => rootUntil(({ status }) => status?.operationState?.phase === "Succeeded"));
    const present = Object.keys(await ofArgoCd());

    task.meta.figure = `${Object.keys(before).length} objects stay, ${seconds} s`;
    expect(present.filter((name) => GOING.includes(name))).toEqual([]);
    expect(await everything(NAMESPACE)).toEqual(before);
  });
});

function ofArgoCd(): Promise<Record<string, string>> {
  return uidsOf(ARGOCD, KINDS);
}

function rootUntil(isSo: (application: Application) => boolean): Promise<Application> {
  return eventually(`the Application ${ROOT_APPLICATION}`, 120, async () => {
    const application = await requireApplication(ROOT_APPLICATION);
    return isSo(application)
      ? { found: application }
      : { missing: JSON.stringify(application.status?.operationState?.message) };
  });
}

function wantPruning({ status }: Application): string[] {
  const resources = status?.resources ?? [];
  return resources
    .filter(({ requiresPruning }) => requiresPruning)
    .map(({ kind, name }) => `${kind} ${name}`)
    .sort();
}
