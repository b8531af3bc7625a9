import { describe, expect, it } from "vitest";
import { probePortDeclared, probesDiffer, probesPresent } from "../../../generator/checks/pods/probes.ts";
import { soundExcept, soundObjects, withField } from "../objects.ts";
import { treeOf } from "../trees.ts";

const WEB = "Deployment milvus-test/web";
const POD = "spec.template.spec";
const CONTAINER = `${POD}.containers.0`;

describe("probesPresent", () => {
  it("accepts servers with all three, and init containers with none", () => {
    expect(probesPresent.find(treeOf(soundObjects()))).toEqual([]);
  });

  it.each(["startupProbe", "livenessProbe", "readinessProbe"])("refuses a server without %s", (probe) => {
    expect(probesPresent.find(treeOf(soundExcept("Deployment web", `${CONTAINER}.${probe}`, undefined)))).toEqual([
      { subject: WEB, message: `Container web: it has no ${probe}.` },
    ]);
  });

  it("asks a sidecar for them, and no container of a job", () => {
    const sidecar = soundExcept("Deployment web", `${POD}.initContainers.0.restartPolicy`, "Always");
    const pod = { containers: [{ name: "backup" }] };
    const metadata = { name: "backup", namespace: "milvus-test" };
    const job = { apiVersion: "batch/v1", kind: "Job", metadata, spec: { template: { spec: pod } } };

    expect(probesPresent.find(treeOf([...sidecar, job]))).toEqual(
      ["startupProbe", "livenessProbe", "readinessProbe"].map((probe) => ({
        subject: WEB,
        message: `Container wait: it has no ${probe}.`,
      })),
    );
  });
});

describe("probePortDeclared", () => {
  it("accepts ports by name and by number, and a command", () => {
    const command = soundExcept("Deployment web", `${CONTAINER}.livenessProbe`, { exec: { command: ["true"] } });

    expect(probePortDeclared.find(treeOf(soundObjects()))).toEqual([]);
    expect(probePortDeclared.find(treeOf(command))).toEqual([]);
  });

  it.each([
    { path: "readinessProbe.httpGet.port", value: 9090, port: 9090 },
    { path: "livenessProbe.tcpSocket.port", value: "https", port: "https" },
    { path: "startupProbe", value: { grpc: { port: 9000 } }, port: 9000 },
  ])("refuses $path of $port", ({ path, value, port }) => {
    expect(probePortDeclared.find(treeOf(soundExcept("Deployment web", `${CONTAINER}.${path}`, value)))).toEqual([
      { subject: WEB, message: `Container web: a probe asks port ${port}, which is not declared.` },
    ]);
  });
});

describe("probesDiffer", () => {
  const probing = (livenessProbe: object, readinessProbe: object) => {
    const objects = soundExcept("Deployment web", `${CONTAINER}.livenessProbe`, livenessProbe);
    return treeOf(withField(objects, "Deployment web", `${CONTAINER}.readinessProbe`, readinessProbe));
  };

  it.each([
    { liveness: { tcpSocket: { port: 8080 } }, readiness: { httpGet: { path: "/", port: 8080 } } },
    { liveness: { httpGet: { path: "/live", port: 8080 } }, readiness: { httpGet: { path: "/ready", port: 8080 } } },
    { liveness: { httpGet: { path: "/", port: 8080 } }, readiness: { httpGet: { path: "/", port: 8081 } } },
    { liveness: { exec: { command: ["a"] } }, readiness: { exec: { command: ["b"] } } },
    { liveness: { grpc: { port: 1 } }, readiness: { grpc: { port: 1, service: "ready" } } },
  ])("accepts $liveness beside $readiness", ({ liveness, readiness }) => {
    expect(probesDiffer.find(probing(liveness, readiness))).toEqual([]);
  });

  it.each([
    { liveness: { tcpSocket: { port: 8080 } }, readiness: { tcpSocket: { port: "http" } } },
    { liveness: { httpGet: { port: 8080 }, periodSeconds: 5 }, readiness: { httpGet: { path: "/", port: 8080 } } },
    { liveness: { exec: { command: ["a"] } }, readiness: { exec: { command: ["a"] } } },
  ])("refuses $liveness beside $readiness", ({ liveness, readiness }) => {
    expect(probesDiffer.find(probing(liveness, readiness))).toEqual([
      { subject: WEB, message: "Container web: liveness and readiness ask the same." },
    ]);
  });
});
