import { describe, expect, it } from "vitest";
import { dataClaimed } from "../../../generator/checks/data/data-claimed.ts";
import { all, inProduction, plannedTree, set, setVariable, withScratch } from "../quorum/edits.ts";

const TREE = plannedTree("production");

describe("dataClaimed", () => {
  it("accepts every store of production, and a standalone Pulsar", () => {
    const standalone = plannedTree("production", {
      messageQueue: { pulsar: { mode: "standalone" } },
    });

    expect(dataClaimed.find(TREE)).toEqual([]);
    expect(dataClaimed.find(standalone)).toEqual([]);
    expect(dataClaimed.find(withScratch("StatefulSet pulsar-standalone", "data")(standalone))).toEqual([
      {
        subject: "StatefulSet milvus-prod/pulsar-standalone",
        message: "Its data folder /pulsar/data is on the volume data, which is not claimed.",
      },
    ]);
  });

  it.each([
    { name: "etcd", volume: "data", folders: ["/var/lib/etcd/data"] },
    { name: "minio", volume: "data-1", folders: ["/data-1"] },
    { name: "pulsar-zookeeper", volume: "data", folders: ["/pulsar/data/zookeeper"] },
    { name: "pulsar-bookkeeper", volume: "ledgers", folders: ["/pulsar/data/bookkeeper/ledgers"] },
  ])("refuses an emptyDir as the $volume of $name", ({ name, volume, folders }) => {
    expect(dataClaimed.find(withScratch(`StatefulSet ${name}`, volume)(TREE))).toEqual(
      folders.map((folder) => ({
        subject: `StatefulSet milvus-prod/${name}`,
        message: `Its data folder ${folder} is on the volume ${volume}, which is not claimed.`,
      })),
    );
  });

  it("lets development lose its data", () => {
    expect(dataClaimed.find(all(withScratch("StatefulSet etcd", "data"), inProduction(false))(TREE))).toEqual([]);
  });

  it("refuses a folder beside the volume, and one that nobody knows", () => {
    const subject = "StatefulSet milvus-prod/etcd";

    expect(dataClaimed.find(setVariable("StatefulSet etcd", "ETCD_DATA_DIR", "/var/lib/etcd2")(TREE))).toEqual([
      { subject, message: "Its data folder /var/lib/etcd2 is on no volume." },
    ]);
    expect(dataClaimed.find(setVariable("StatefulSet etcd", "ETCD_DATA_DIR", undefined)(TREE))).toEqual([
      { subject, message: "It does not say where its data lies." },
    ]);
  });

  it("takes the nearest mount: an emptyDir in the volume hides it", () => {
    const mounts = [
      { name: "data", mountPath: "/var/lib/etcd" },
      { name: "fast", mountPath: "/var/lib/etcd/data" },
    ];
    const edit = set("StatefulSet etcd", "spec.template.spec.containers.0.volumeMounts", mounts);

    expect(dataClaimed.find(edit(TREE))).toEqual([
      {
        subject: "StatefulSet milvus-prod/etcd",
        message: "Its data folder /var/lib/etcd/data is on the volume fast, which is not claimed.",
      },
    ]);
  });

  it("accepts a claim that is named, as storage from before the generator is", () => {
    const volumes = [{ name: "data", persistentVolumeClaim: { claimName: "etcd-data" } }];
    const edit = all(
      set("StatefulSet etcd", "spec.volumeClaimTemplates", undefined),
      set("StatefulSet etcd", "spec.template.spec.volumes", volumes),
    );

    expect(dataClaimed.find(edit(TREE))).toEqual([]);
  });
});
