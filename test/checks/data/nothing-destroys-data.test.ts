import { describe, expect, it } from "vitest";
import { destructiveCommands } from "../../../generator/checks/data/destructive-commands.ts";
import { nothingDestroysData } from "../../../generator/checks/data/nothing-destroys-data.ts";
import { adding, anObject, aWorkload, plannedTree, set, setVariable } from "../quorum/edits.ts";

const TREE = plannedTree("production");
const CONTAINER = "spec.template.spec.containers.0";

describe("nothingDestroysData", () => {
  it("accepts what the generator writes", () => {
    expect(nothingDestroysData.find(TREE)).toEqual([]);
    expect(nothingDestroysData.find(plannedTree("development"))).toEqual([]);
  });

  it.each([
    {
      place: "arguments",
      edit: set("StatefulSet etcd", `${CONTAINER}.args`, ["--force-new-cluster"]),
      found: "--force-new-cluster",
    },
    {
      place: "a variable",
      edit: setVariable("StatefulSet etcd", "ETCD_FORCE_NEW_CLUSTER", "true"),
      found: "ETCD_FORCE_NEW_CLUSTER=t",
    },
    {
      place: "a hook",
      edit: set("StatefulSet etcd", `${CONTAINER}.lifecycle`, {
        preStop: { exec: { command: ["etcd", "--force-new-cluster"] } },
      }),
      found: "--force-new-cluster",
    },
  ])("looks into $place", ({ edit, found }) => {
    expect(nothingDestroysData.find(edit(TREE))).toEqual([
      {
        subject: "StatefulSet milvus-prod/etcd",
        message: `Container etcd: \`${found}\` makes an etcd member forget the others.`,
      },
    ]);
  });

  it("looks into init containers, ConfigMaps and what a person wrote", () => {
    const initialise = set("StatefulSet pulsar-bookkeeper", "spec.template.spec.initContainers.0.args", [
      "bin/bookkeeper shell bookieformat -nonInteractive -force",
    ]);
    const script = anObject("ConfigMap", "scripts", { data: { "reset.sh": "mkfs.ext4 /dev/sdb\n" } });
    const job = aWorkload("Job", "clean", { command: ["mc", "rb", "--force", "store/milvus"] });

    expect(nothingDestroysData.find(initialise(TREE))).toEqual([
      {
        subject: "StatefulSet milvus-prod/pulsar-bookkeeper",
        message: "Container initialise-bookkeeper: `shell bookieformat` formats bookies or their metadata.",
      },
    ]);
    expect(nothingDestroysData.find(adding(script, job)(TREE))).toEqual([
      { subject: "Job milvus-prod/clean", message: "Container clean: `mc rb --force` deletes buckets or what is in them." },
      { subject: "ConfigMap milvus-prod/scripts", message: "`mkfs.ext4` formats a disk." },
    ]);
  });

  it("knows the volumes that a container claims", () => {
    const edit = set("StatefulSet minio", `${CONTAINER}.command`, ["sh", "-c", "rm -rf /data-0/.minio.sys && exec minio"]);

    expect(nothingDestroysData.find(edit(TREE))).toEqual([
      { subject: "StatefulSet milvus-prod/minio", message: "Container minio: `rm -r /data-0/.minio.sys` deletes data." },
    ]);
  });
});

describe("destructiveCommands", () => {
  it.each([
    "bin/bookkeeper shell bookieformat -nonInteractive -force -deleteCookie",
    "bin/bookkeeper shell metaformat",
    "bin/bookkeeper shell nukeexistingcluster -f",
    "bookkeeper shell cookie_delete bookie-0:3181",
    "etcd --force-new-cluster",
    "etcd --force-new-cluster=true",
    "etcd --initial-cluster-state existing",
    "ETCD_INITIAL_CLUSTER_STATE=existing",
    'etcdctl del "" --from-key',
    "mkfs -t ext4 /dev/sdb",
    "mc rm --recursive --force store/milvus",
    "zookeeper-shell deleteall /ledgers",
    "rm -rf /var/lib/etcd/*",
    "rm -r -f '/pulsar/data'",
    "rm --recursive /data",
    "rm -f -R /tmp/x /mount/a",
    "rm -rf /",
    "rm -rf \\\n  /mount",
  ])("finds %s", (text) => {
    expect(destructiveCommands(text, ["/mount"])).not.toEqual([]);
  });

  it.each([
    "log:\n  format: json",
    "bin/bookkeeper shell initnewcluster",
    "bin/bookkeeper shell whatisinstanceid",
    "--force-new-cluster=false",
    "ETCD_FORCE_NEW_CLUSTER=false",
    "ETCD_INITIAL_CLUSTER_STATE=new",
    "rm -rf /tmp/work /mounted",
    "rm -f /mount/lock",
    "rm -rf /tmp; ls /mount",
    "etcdctl del lock",
    "confirm -r /mount",
  ])("leaves %s alone", (text) => {
    expect(destructiveCommands(text, ["/mount"])).toEqual([]);
  });
});
