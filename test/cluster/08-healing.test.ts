import { describe, expect, inject, it } from "vitest";
import { eventually, timed } from "../support/eventually.ts";
import { kubectl } from "../support/kubectl.ts";
import { findObject, type LiveObject, requireObject } from "../support/live-object.ts";
import { requireApplication, settled } from "./support/argocd.ts";
import { APPLICATIONS, namespaceOf } from "./support/environments.ts";
import { head } from "./support/repository.ts";

const COPY = inject("repository");
const SECONDS = 60;

describe("a change by hand is undone", () => {
  it("where the target of a Service was edited", async ({ task }) => {
    const patch = [{ op: "replace", path: "/spec/ports/0/targetPort", value: 12_379 }];
    task.meta.figure = await secondsToHeal("service", namespaceOf("dev"), "etcd", patch);
  });

  it("where the port of a Service was edited: it is shown, and undone once the Service is deleted", async ({ task }) => {
    const where = ["service", namespaceOf("qa"), "etcd-headless"] as const;
    const { spec } = await requireObject(...where);
    // Ports merge by number, so the API server sees two of one name and refuses what Argo CD applies.
    await edit(where[0], where[1], where[2], [{ op: "replace", path: "/spec/ports/0/port", value: 12_379 }]);
    await outOfSync("milvus-qa");
    await kubectl(["delete", ...where.slice(0, 1), where[2], "-n", where[1]]);
    const { seconds } = await timed(() => awaitObject(where, (object) => JSON.stringify(object.spec) === JSON.stringify(spec)));

    task.meta.figure = `${seconds} s`;
  });

  it("where replicas of a Deployment were edited", async ({ task }) => {
    const patch = [{ op: "replace", path: "/spec/replicas", value: 5 }];
    task.meta.figure = await secondsToHeal("deployment", namespaceOf("staging"), "milvus-querynode", patch);
  });

  it("where a Deployment was deleted", async ({ task }) => {
    const where = ["deployment", namespaceOf("prod"), "milvus-datanode"] as const;
    const before = await requireObject(...where);
    await kubectl(["delete", "deployment", where[2], "-n", where[1], "--wait=true"]);
    const { value: after, seconds } = await timed(() =>
      awaitObject(where, ({ metadata }) => metadata.uid !== before.metadata.uid),
    );

    task.meta.figure = `${seconds} s`;
    expect(after.spec).toEqual(before.spec);
  });

  it("and every Application is Synced and Healthy again", async ({ task }) => {
    const { seconds } = await timed(async () => settled(APPLICATIONS, await head(COPY), 240));
    task.meta.figure = `${seconds} s`;
  });
});

/** What Argo CD does not undo is undone here, so that only this proof fails. */
async function secondsToHeal(kind: string, namespace: string, name: string, patch: readonly object[]): Promise<string> {
  const { spec } = await requireObject(kind, namespace, name);
  expect((await edit(kind, namespace, name, patch)).spec).not.toEqual(spec);
  const isSame = (object: LiveObject) => JSON.stringify(object.spec) === JSON.stringify(spec);
  try {
    return `${(await timed(() => awaitObject([kind, namespace, name], isSame))).seconds} s`;
  } finally {
    await edit(kind, namespace, name, [{ op: "replace", path: "/spec", value: spec }]);
  }
}

function outOfSync(name: string): Promise<true> {
  return eventually(`${name} OutOfSync`, SECONDS, async () => {
    const status = (await requireApplication(name)).status?.sync?.status;
    return status === "OutOfSync" ? { found: true } : { missing: `It is ${status}.` };
  });
}

async function edit(kind: string, namespace: string, name: string, patch: readonly object[]): Promise<LiveObject> {
  const options = ["--type=json", "--patch", JSON.stringify(patch), "--output", "json"];
  return JSON.parse(await kubectl(["patch", kind, name, "-n", namespace, ...options]));
}

function awaitObject([kind, namespace, name]: readonly [string, string, string], isHealed: (object: LiveObject) => boolean) {
  return eventually(`the ${kind} ${namespace}/${name} as it was`, SECONDS, async () => {
    const object = await findObject(kind, namespace, name);
    if (object === undefined) return { missing: "It does not exist." };
    return isHealed(object) ? { found: object } : { missing: `Its spec is ${JSON.stringify(object.spec)}.` };
  });
}
