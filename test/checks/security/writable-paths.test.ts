import { describe, expect, it } from "vitest";
import { writesOfEtcd, writesOfMinio, writesOfPulsar } from "../../../generator/checks/security/writable-paths.ts";

describe("the folders that a container writes to", () => {
  it("are etcd's data folder", () => {
    expect(
      writesOfEtcd({ name: "etcd", env: [{ name: "ETCD_DATA_DIR", value: "/var/lib/etcd/data" }, { name: "A" }] }),
    ).toEqual(["/var/lib/etcd/data"]);
  });

  it.each([
    { argument: "/data", drives: ["/data"] },
    { argument: "/data-{0...2}", drives: ["/data-0", "/data-1", "/data-2"] },
    { argument: "http://minio-{0...3}.minio-headless.$(POD_NAMESPACE).svc:9000/data", drives: ["/data"] },
    { argument: "http://minio-{0...3}.minio-headless:9000/data-{0...1}", drives: ["/data-0", "/data-1"] },
  ])("are MinIO's drives of $argument", ({ argument, drives }) => {
    const args = ["server", "--address=:9000", "--certs-dir=/tmp/certs", argument];

    expect(writesOfMinio({ name: "minio", args })).toEqual([...drives, "/tmp/certs", "/tmp"]);
  });

  it("are what Pulsar's settings and scripts name", () => {
    const env = [
      { name: "PULSAR_PREFIX_journalDirectories", value: "/a/journal,/b/journal" },
      { name: "PULSAR_PREFIX_dataDir", value: "/c" },
      { name: "PULSAR_PREFIX_other", value: "/d" },
    ];
    const args = ["set -e\ncp conf/standalone.conf /pulsar/run/standalone.conf\nexec bin/pulsar standalone"];

    expect(writesOfPulsar({ name: "pulsar", env, args })).toEqual([
      "/pulsar/logs",
      "/tmp",
      "/pulsar/run",
      "/a/journal",
      "/b/journal",
      "/c",
      "/pulsar/data",
    ]);
  });
});
