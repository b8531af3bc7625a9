import { describe, expect, it } from "vitest";
import { JSON_SCHEMAS } from "../../generator/config/json-schema.ts";
import { PROMOTING } from "../../generator/config/promotion.ts";
import { leaves } from "../support/schema-leaves.ts";

/** Fields that promote, with the reason. `<role>` and `<image>` stand for each of them. */
const PROMOTES: Readonly<Record<string, string>> = {
  "milvus.version": "is what was tried",
  "milvus.family": "says how the version is run",
  "milvus.coordinators": "is how the version is run, and 2.6 refuses the other way",
  "milvus.config.*": "tunes Milvus",
  "milvus.roles.<role>.config.*": "tunes Milvus",
  "milvus.roles.<role>.env.*": "tunes Milvus, which reads every key of its configuration from a variable as well",
  "<image>.repository": "is the image that was tried",
  "<image>.tag": "is the image that was tried",
  "<image>.digest": "is the image that was tried",
  "<image>.gpu.repository": "is the image that was tried, for environments with GPUs",
  "<image>.gpu.tag": "is the image that was tried, for environments with GPUs",
  "<image>.gpu.digest": "is the image that was tried, for environments with GPUs",
  "etcd.autoCompaction.mode": "tunes etcd, whatever its size",
  "etcd.autoCompaction.retention": "tunes etcd, whatever its size",
  "etcd.snapshotCount": "tunes etcd, whatever its size",
  "messageQueue.pulsar.maxMessageSize": "is what writers may rely on",
  "messageQueue.pulsar.retention.backlogPolicy": "is what writers meet",
};

/** Fields that stay, by how they begin or end, with the reason. A new field needs a row here or there. */
const STAYS: readonly (readonly [pattern: RegExp, because: string])[] = [
  [/^(?:apiVersion|kind|profile|namespace|cluster\..*)$/, "is what and where the environment is"],
  [/^(?:suppressions|acknowledge)\[\]/, "was decided for this environment by a person"],
  [/^(?:labels|owners)/, "says whose the environment is"],
  [/^gates\./, "guards the way into this environment, and must not be carried over it"],
  [/^argocd\./, "is when and how this environment may be synced"],
  [/^placement\./, "depends on the nodes and zones that there are"],
  [/^imagePull/, "depends on the registry and its credentials"],
  [/^authentication\./, "is who may enter this environment, and needs Secrets of its own"],
  [/^secrets\./, "is where this environment has its credentials"],
  [/^exposure\./, "is where clients reach this environment"],
  [/^objectStorage\.external\./, "is a store of this environment's own"],
  [/^messageQueue\.kafka\./, "is a store of this environment's own"],
  [/^messageQueue\.pulsar\.(?:address|webPort|tenant|namespace)$/, "is a store of this environment's own"],
  [/^etcd\.endpoints\[\]$/, "is a store of this environment's own"],
  [/^(?:etcd|objectStorage|objectStorage\.minio|messageQueue\.pulsar)\.mode$/, "is which servers the environment has"],
  [/^(?:objectStorage|messageQueue)\.type$/, "is which servers the environment has"],
  [/\.(?:rootPath|bucket|channelPrefix)$/, "names data, which would be lost from sight"],
  [/^monitoring\./, "depends on what the cluster has to watch it with"],
  [/^attu\.(?!image\.)/, "is for the people of this environment"],
  [/^network\./, "is who may reach this environment, and what lies around it"],
  [/^quota\./, "is a size"],
  [/^tls\./, "depends on who makes certificates here, and on what runs here"],
  [/^backup\.(?!(?:milvus\.)?image\.)/, "is what would be lost in this environment, and where else it has room for it"],
  [/\.autoscaling\./, "is a size"],
  [/\.replicas$/, "is a size"],
  [/\.resources\./, "is a size"],
  [/\.(?:size|storageClass|localStorage|localStorageClass|heap|directMemory)$/, "is a size, or depends on the cluster"],
  [/\.(?:nodeSelector|tolerations|priorityClassName)(?:\W|$)/, "depends on the nodes that there are"],
  [/^milvus\.roles\.\w+\.(?:resourceGroups\.\*\.)?gpu\./, "is a size, or depends on the nodes that there are"],
  [/\.(?:labels|annotations)\.\*$/, "depends on what else runs in the cluster"],
  [/\.(?:drivesPerServer|parity)$/, "is laid out once, at the first start"],
  [/\.(?:ensembleSize|writeQuorum|ackQuorum)$/, "depends on the number of bookies"],
  [/^etcd\.quotaBackendBytes$/, "depends on the memory that etcd has"],
  [/^etcd\.(?:heartbeatInterval|electionTimeout)$/, "depends on the network between the members"],
  [/\.retention\.(?:minutes|megabytes|backlogGigabytes|ttlSeconds)$/, "depends on the disks and on how fast readers are"],
  [/^milvus\.readOnlyRootFilesystem$/, "is a guard, and a try without it must not reach production"],
];

const LEAVES = leaves(JSON_SCHEMAS.environment);

describe("every field of an environment has its word on whether it promotes", () => {
  it("promotes where a reason is given for it", () => {
    expect(PROMOTING.map(general).filter(unique).sort()).toEqual(Object.keys(PROMOTES).sort());
    expect(PROMOTING.filter((field) => !LEAVES.includes(field))).toEqual([]);
  });

  it("stays where a reason is given for it", () => {
    const staying = LEAVES.filter((leaf) => !PROMOTING.includes(leaf));

    expect(staying.filter((leaf) => !STAYS.some(([pattern]) => pattern.test(leaf)))).toEqual([]);
    expect(PROMOTING.filter((leaf) => STAYS.some(([pattern]) => pattern.test(leaf)))).toEqual([]);
    expect(STAYS.filter(([pattern]) => !LEAVES.some((leaf) => pattern.test(leaf)))).toEqual([]);
  });
});

function general(field: string): string {
  return field.replace(/^milvus\.roles\.\w+/, "milvus.roles.<role>").replace(/^.*\.image\./, "<image>.");
}

function unique(value: string, index: number, all: readonly string[]): boolean {
  return all.indexOf(value) === index;
}
