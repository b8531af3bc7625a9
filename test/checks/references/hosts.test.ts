import { describe, expect, it } from "vitest";
import { checkHosts } from "../../../generator/checks/references/hosts.ts";
import { soundExcept, soundObjects } from "../objects.ts";

describe("checkHosts", () => {
  it("accepts addresses that Services and pods of the environment answer", () => {
    expect(checkHosts(soundObjects())).toEqual([]);
  });

  it.each([
    { where: "a variable", target: "StatefulSet db", path: "containers.0.env.2.value", value: "http://db:2380" },
    { where: "an argument", target: "Deployment web", path: "initContainers.0.args", value: ["--db=db:2380"] },
    { where: "a command", target: "Deployment web", path: "initContainers.0.command", value: ["sh", "-c", "wait db:2380"] },
  ])("refuses an address in $where that no Service offers", ({ target, path, value }) => {
    expect(checkHosts(soundExcept(target, `spec.template.spec.${path}`, value))).toEqual([
      problem(target.replace(" ", " milvus-test/"), "It expects db:2380, which no Service of the environment offers."),
    ]);
  });

  it.each([
    { text: "etcd:\n  endpoints:\n    - etcd-0.etcd-headless:2379\n", expects: "etcd-headless:2379" },
    { text: "minio:\n  address: minio\n  port: 9000\n", expects: "minio:9000" },
    { text: "db:\n  address: db\n  port: 9000\n", expects: "db:9000" },
    { text: "pulsar:\n  address: pulsar://pulsar-proxy:6650\n  port: 6650\n", expects: "pulsar-proxy:6650" },
    { text: "db: db.milvus-test.svc.cluster.local:2380\n", expects: "db:2380" },
  ])("refuses a configuration file that expects $expects", ({ text, expects }) => {
    expect(checkHosts(soundExcept("ConfigMap web", "data", { "web.yaml": text }))).toEqual([
      problem("ConfigMap milvus-test/web", `It expects ${expects}, which no Service of the environment offers.`),
    ]);
  });

  it("reads a file that is data still, both ways", () => {
    const file = { etcd: { endpoints: ["db-9.db-headless:2379"] }, minio: { address: "minio", port: 9000 } };

    expect(checkHosts(soundExcept("ConfigMap web", "data", { "web.yaml": file }))).toEqual([
      problem("ConfigMap milvus-test/web", "It expects a pod db-9 behind db-headless, which no StatefulSet has."),
      problem("ConfigMap milvus-test/web", "It expects minio:9000, which no Service of the environment offers."),
    ]);
  });

  it.each([
    { pods: "db-3", missing: "db-3" },
    { pods: "db-{0...3}", missing: "db-3" },
    { pods: "web-0", missing: "web-0" },
  ])("refuses the pods $pods, of which the StatefulSet has fewer or none", ({ pods, missing }) => {
    expect(checkHosts(soundExcept("ConfigMap web", "data.peers", `http://${pods}.db-headless:2379`))).toEqual([
      problem("ConfigMap milvus-test/web", `It expects a pod ${missing} behind db-headless, which no StatefulSet has.`),
    ]);
  });

  it("leaves addresses of other namespaces and of the world alone", () => {
    const text = "a: etcd.shared.svc:2379\nb: kafka.example.com:9092\nc: localhost:1234\n";

    expect(checkHosts(soundExcept("ConfigMap web", "data.outside", text))).toEqual([]);
  });
});

function problem(object: string, message: string) {
  return { code: "E_REF", object, message, remedy: "Take names and ports from the Service." };
}
