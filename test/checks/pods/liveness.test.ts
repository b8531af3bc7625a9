import { describe, expect, it } from "vitest";
import { livenessAsksNoPeer, livenessCallsNoOther } from "../../../generator/checks/pods/liveness.ts";
import { soundExcept, soundObjects, withField } from "../objects.ts";
import { treeOf } from "../trees.ts";

const WEB = "Deployment milvus-test/web";
const PROBE = "spec.template.spec.containers.0.livenessProbe";

describe("livenessCallsNoOther", () => {
  const running = (script: string) => treeOf(soundExcept("Deployment web", PROBE, { exec: { command: ["sh", "-c", script] } }));

  it.each(["test -f /tmp/alive", "nc 127.0.0.1 2181", "curl http://localhost:8080/", "curl http://$HOST:80"])(
    "accepts a command of its own: %s",
    (script) => {
      expect(livenessCallsNoOther.find(treeOf(soundObjects()))).toEqual([]);
      expect(livenessCallsNoOther.find(running(script))).toEqual([]);
    },
  );

  it.each([
    { script: "nc -z etcd:2379", host: "etcd" },
    { script: "curl -f http://minio:9000/minio/health/live", host: "minio" },
    { script: "curl https://s3.example.com/", host: "s3.example.com" },
  ])("refuses one that calls $host", ({ script, host }) => {
    expect(livenessCallsNoOther.find(running(script))).toEqual([
      { subject: WEB, message: `Container web: its liveness probe calls ${host}.` },
    ]);
  });
});

describe("livenessAsksNoPeer", () => {
  const asking = (app: string, probe: object) => {
    const labelled = soundExcept("Deployment web", "spec.template.metadata.labels", { "app.kubernetes.io/name": app });
    return treeOf(withField(labelled, "Deployment web", PROBE, probe));
  };
  const get = (path: string) => ({ httpGet: { path, port: 8080 } });

  it.each([
    { app: "etcd", probe: get("/health?exclude=NOSPACE&serializable=true") },
    { app: "etcd", probe: get("/livez") },
    { app: "minio", probe: get("/minio/health/live") },
    { app: "milvus", probe: { tcpSocket: { port: 9091 } } },
    { app: "pulsar", probe: get("/status.html") },
    { app: "other", probe: get("/healthz") },
  ])("accepts $probe of $app", ({ app, probe }) => {
    expect(livenessAsksNoPeer.find(asking(app, probe))).toEqual([]);
  });

  it.each([
    { app: "etcd", path: "/health" },
    { app: "etcd", path: "/health?exclude=NOSPACE" },
    { app: "etcd", path: "/readyz" },
    { app: "minio", path: "/minio/health/cluster/read" },
    { app: "milvus", path: "/healthz" },
    { app: "pulsar", path: "/admin/v2/brokers/health" },
  ])("refuses $path of $app", ({ app, path }) => {
    expect(livenessAsksNoPeer.find(asking(app, get(path)))).toEqual([
      { subject: WEB, message: `Container web: its liveness probe asks ${path}, which depends on others.` },
    ]);
  });

  it("refuses ZooKeeper's word for being in a quorum", () => {
    expect(
      livenessAsksNoPeer.find(asking("pulsar", { exec: { command: ["sh", "-c", "echo srvr | nc 127.0.0.1 2181"] } })),
    ).toEqual([
      {
        subject: WEB,
        message: "Container web: its liveness probe asks sh -c echo srvr | nc 127.0.0.1 2181, which depends on others.",
      },
    ]);
  });
});
