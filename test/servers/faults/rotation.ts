import { it } from "vitest";
import { kubectl } from "../../support/kubectl.ts";
import type { LiveObject } from "../../support/live-object.ts";
import { applyObjects, runProduct } from "../support/deploy.ts";
import type { TestEnvironment } from "../support/environment.ts";
import { expectNothingLost, figureOf, underLoad } from "../support/under-load.ts";
import { waitUntilReady } from "../support/wait-until-ready.ts";

const SECRET = "milvus-object-storage";

/** The runbook docs/runbooks/minio-credentials.md, step by step. */
export function itSurvivesRotation(environment: () => TestEnvironment): void {
  it("loses nothing when the credentials of MinIO are replaced", async ({ task }) => {
    const ordeal = await underLoad(environment(), () => rotate(environment()));
    task.meta.figure = figureOf(ordeal);

    expectNothingLost(ordeal);
  });
}

async function rotate(environment: TestEnvironment): Promise<void> {
  const { namespace } = environment;
  await kubectl(["delete", "secret", SECRET, "-n", namespace]);
  await applyObjects(await freshSecret(environment));
  // Servers sign what they say to each other with these credentials, so that old and new ones do not understand each other.
  await kubectl(["delete", "pods", "-n", namespace, "-l", "app.kubernetes.io/name=minio"]);
  await waitUntilReady(environment, 300, ["minio"]);
  await kubectl(["rollout", "restart", "deployment", "-n", namespace, "-l", "app.kubernetes.io/name=milvus"]);
}

async function freshSecret({ repository, name }: TestEnvironment): Promise<LiveObject[]> {
  return JSON.parse(await runProduct(repository, "secrets", "--env", name, "--secret", SECRET, "--json")) as LiveObject[];
}
