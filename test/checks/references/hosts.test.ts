import { describe, expect, it } from "vitest";
import { addressHasPod, addressHasService, addressPortOffered } from "../../../generator/checks/references/hosts.ts";
import { soundExcept, soundObjects } from "../objects.ts";
import { treeOf } from "../trees.ts";

const CONFIG = "ConfigMap milvus-test/web";

describe("addressHasService, addressPortOffered and addressHasPod", () => {
  const all = [addressHasService, addressPortOffered, addressHasPod];

  it.each(all)("accept addresses that Services and pods of the environment answer: $name", ({ find }) => {
    expect(find(treeOf(soundObjects()))).toEqual([]);
  });

  it.each(all)("leave addresses of other namespaces and of the world alone: $name", ({ find }) => {
    const text = "a: etcd.shared.svc:2379\nb: kafka.example.com:9092\nc: localhost:1234\n";

    expect(find(treeOf(soundExcept("ConfigMap web", "data.outside", text)))).toEqual([]);
  });
});

describe("addressHasService", () => {
  it.each([
    { text: "etcd:\n  endpoints:\n    - etcd-0.etcd-headless:2379\n", service: "etcd-headless" },
    { text: "minio:\n  address: minio\n  port: 9000\n", service: "minio" },
    { text: "pulsar:\n  address: pulsar://pulsar-proxy:6650\n  port: 6650\n", service: "pulsar-proxy" },
  ])("refuses a configuration file that expects $service", ({ text, service }) => {
    expect(addressHasService.find(treeOf(soundExcept("ConfigMap web", "data", { "web.yaml": text })))).toEqual([
      { subject: CONFIG, message: `It expects a Service ${service}, which does not exist.` },
    ]);
  });

  it("says it once for each object", () => {
    const text = "a: etcd:2379\nb: etcd:2380\n";

    expect(addressHasService.find(treeOf(soundExcept("ConfigMap web", "data.twice", text)))).toEqual([
      { subject: CONFIG, message: "It expects a Service etcd, which does not exist." },
    ]);
  });
});

describe("addressPortOffered", () => {
  it.each([
    { where: "a variable", target: "StatefulSet db", path: "containers.0.env.2.value", value: "http://db:2380" },
    { where: "an argument", target: "Deployment web", path: "initContainers.0.args", value: ["--db=db:2380"] },
    { where: "a command", target: "Deployment web", path: "initContainers.0.command", value: ["sh", "-c", "wait db:2380"] },
  ])("refuses an address in $where that no Service offers", ({ target, path, value }) => {
    expect(addressPortOffered.find(treeOf(soundExcept(target, `spec.template.spec.${path}`, value)))).toEqual([
      { subject: target.replace(" ", " milvus-test/"), message: "It expects db:2380, which the Service does not offer." },
    ]);
  });

  it.each([
    { text: "db:\n  address: db\n  port: 9000\n", port: 9000 },
    { text: "db: db.milvus-test.svc.cluster.local:2380\n", port: 2380 },
  ])("refuses a configuration file that expects the port $port", ({ text, port }) => {
    expect(addressPortOffered.find(treeOf(soundExcept("ConfigMap web", "data", { "web.yaml": text })))).toEqual([
      { subject: CONFIG, message: `It expects db:${port}, which the Service does not offer.` },
    ]);
  });

  it("reads a file that is data still", () => {
    const file = { db: { address: "db", port: 9000 } };

    expect(addressPortOffered.find(treeOf(soundExcept("ConfigMap web", "data", { "web.yaml": file })))).toEqual([
      { subject: CONFIG, message: "It expects db:9000, which the Service does not offer." },
    ]);
  });
});

describe("addressHasPod", () => {
  it.each([
    { pods: "db-3", missing: "db-3" },
    { pods: "db-{0...3}", missing: "db-3" },
    { pods: "web-0", missing: "web-0" },
  ])("refuses the pods $pods, of which the StatefulSet has fewer or none", ({ pods, missing }) => {
    const broken = soundExcept("ConfigMap web", "data.peers", `http://${pods}.db-headless:2379`);

    expect(addressHasPod.find(treeOf(broken))).toEqual([
      { subject: CONFIG, message: `It expects a pod ${missing} behind db-headless, which no StatefulSet has.` },
    ]);
  });

  it("reads a file that is data still", () => {
    const file = { etcd: { endpoints: ["db-9.db-headless:2379"] } };

    expect(addressHasPod.find(treeOf(soundExcept("ConfigMap web", "data", { "web.yaml": file })))).toEqual([
      { subject: CONFIG, message: "It expects a pod db-9 behind db-headless, which no StatefulSet has." },
    ]);
  });
});
