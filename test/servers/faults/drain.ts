import { expect, it } from "vitest";
import { kubectl, tryKubectl } from "../../support/kubectl.ts";
import { type LiveObject, listObjects } from "../../support/live-object.ts";
import type { TestEnvironment } from "../support/environment.ts";
import { podsOf } from "../support/pods.ts";
import { expectNothingLost, figureOf, underLoad } from "../support/under-load.ts";

type Budget = LiveObject<unknown, { readonly currentHealthy: number; readonly desiredHealthy: number }>;

/** What a drain may take. Members whose volume is on the node come back when it does, and their budget holds back the next. */
const SECONDS = 150;
const SAMPLE_MILLISECONDS = 500;

/** A node is emptied as for maintenance, and given back. */
export function itSurvivesDrain(environment: () => TestEnvironment): void {
  it("keeps every disruption budget and loses nothing when a node is drained", async ({ task }) => {
    const { namespace } = environment();
    const node = await nodeOf(namespace);
    const broken = new Set<string>();
    let drained = "";
    const ordeal = await underLoad(environment(), async () => {
      drained = await watching(namespace, broken, () => drain(node));
    });
    task.meta.figure = `${drained}. ${figureOf(ordeal)}`;

    expect([...broken]).toEqual([]);
    expectNothingLost(ordeal);
  });
}

/** The node of a member of etcd, so that the drain meets a quorum. */
async function nodeOf(namespace: string): Promise<string> {
  const [member] = await podsOf(namespace, "app.kubernetes.io/name=etcd");
  const node = member?.spec?.nodeName;
  if (node === undefined) throw new Error("etcd runs on no node.");
  return node;
}

/** Drains the node and uncordons it, whatever the drain came to. */
async function drain(node: string): Promise<string> {
  const options = ["--delete-emptydir-data", "--ignore-daemonsets", `--timeout=${SECONDS}s`];
  try {
    const { code } = await tryKubectl(["drain", node, "--pod-selector=app.kubernetes.io/part-of=milvus", ...options]);
    return code === 0 ? `${node} was emptied` : `budgets held the drain of ${node} back for ${SECONDS} s`;
  } finally {
    await kubectl(["uncordon", node]);
  }
}

/** Looks at the budgets all the time while work is done, and notes those that have fewer healthy pods than they want. */
async function watching<T>(namespace: string, broken: Set<string>, work: () => Promise<T>): Promise<T> {
  const running = { value: true };
  const looking = watch(namespace, broken, running);
  try {
    return await work();
  } finally {
    running.value = false;
    await looking;
  }
}

async function watch(namespace: string, broken: Set<string>, running: { readonly value: boolean }): Promise<void> {
  while (running.value) {
    const budgets = await listObjects<Budget>("poddisruptionbudgets", "-n", namespace);
    for (const { metadata } of budgets.filter(isBroken)) broken.add(metadata.name);
    await new Promise((resolve) => setTimeout(resolve, SAMPLE_MILLISECONDS));
  }
}

function isBroken({ status }: Budget): boolean {
  return status !== undefined && status.currentHealthy < status.desiredHealthy;
}
