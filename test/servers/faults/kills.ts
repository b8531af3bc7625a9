import { it } from "vitest";
import type { TestEnvironment } from "../support/environment.ts";
import { runInPod } from "../support/inside-pod.ts";
import { killPods } from "../support/kill.ts";
import { podsOf } from "../support/pods.ts";
import { expectNothingLost, figureOf, underLoad } from "../support/under-load.ts";

const VICTIMS = [
  { title: "a server of MinIO", app: "minio", component: "minio" },
  { title: "a bookie", app: "pulsar", component: "bookkeeper" },
  { title: "a broker of Pulsar", app: "pulsar", component: "broker" },
  { title: "a data node", app: "milvus", component: "datanode" },
  { title: "a query node", app: "milvus", component: "querynode" },
  { title: "the coordinator of queries", app: "milvus", component: "querycoord" },
];

/** One of each kind is killed while a client writes and another searches. */
export function itSurvivesKills(environment: () => TestEnvironment): void {
  it("loses nothing when the leader of etcd is killed", async ({ task }) => {
    const { namespace } = environment();
    const leader = await etcdLeader(namespace);
    const ordeal = await underLoad(environment(), () => killPods(namespace, leader));
    task.meta.figure = figureOf(ordeal);

    expectNothingLost(ordeal);
  });

  it.for(VICTIMS)("loses nothing when $title is killed", async ({ app, component }, { task }) => {
    const { namespace } = environment();
    const victim = await firstPod(namespace, app, component);
    const ordeal = await underLoad(environment(), () => killPods(namespace, victim));
    task.meta.figure = figureOf(ordeal);

    expectNothingLost(ordeal);
  });

  it("loses nothing when every pod of the namespace is killed at once", async ({ task }) => {
    const { namespace } = environment();
    const all = (await podsOf(namespace)).map(({ metadata }) => metadata.name);
    const ordeal = await underLoad(environment(), () => killPods(namespace, ...all));
    task.meta.figure = `${all.length} pods. ${figureOf(ordeal)}`;

    expectNothingLost(ordeal);
  });
}

async function firstPod(namespace: string, app: string, component: string): Promise<string> {
  const [pod] = await podsOf(namespace, `app.kubernetes.io/name=${app}`, `app.kubernetes.io/component=${component}`);
  if (pod === undefined) throw new Error(`There is no ${component} of ${app}.`);
  return pod.metadata.name;
}

interface EndpointStatus {
  readonly Status: { readonly header: { readonly member_id: number }; readonly leader: number };
}

async function etcdLeader(namespace: string): Promise<string> {
  for (const { metadata } of await podsOf(namespace, "app.kubernetes.io/name=etcd")) {
    const printed = await runInPod(namespace, metadata.name, "etcdctl", "endpoint", "status", "--write-out=json");
    const [answer] = JSON.parse(printed) as EndpointStatus[];
    if (answer !== undefined && answer.Status.header.member_id === answer.Status.leader) return metadata.name;
  }
  throw new Error("No member of etcd is the leader.");
}
