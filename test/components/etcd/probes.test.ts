import { describe, expect, it } from "vitest";
import { etcdProbes } from "../../../generator/components/etcd/probes.ts";

describe("etcdProbes", () => {
  it("keep a member alive that has lost its peers, or whose database is full or corrupt", () => {
    const alive = { path: "/health?exclude=NOSPACE&exclude=CORRUPT&serializable=true", port: 2379, scheme: "HTTP" };

    expect(etcdProbes(false).startupProbe.httpGet).toEqual(alive);
    expect(etcdProbes(false).livenessProbe.httpGet).toEqual(alive);
  });

  it("send clients only to members that a majority stands behind", () => {
    expect(etcdProbes(false).readinessProbe).toEqual({
      httpGet: { path: "/health?exclude=NOSPACE", port: 2379, scheme: "HTTP" },
      periodSeconds: 10,
      timeoutSeconds: 10,
      failureThreshold: 3,
    });
  });

  it("wait an hour for a majority before a starting member is restarted", () => {
    const { periodSeconds, failureThreshold } = etcdProbes(false).startupProbe;

    expect(periodSeconds * failureThreshold).toBe(3600);
  });
});
