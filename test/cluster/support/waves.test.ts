import { describe, expect, it } from "vitest";
import type { Seen } from "./watch.ts";
import { overtakings, timetable, wavesOf } from "./waves.ts";

describe("wavesOf", () => {
  it("begins a wave with its first object and ends it when its last workload is ready", () => {
    const waves = wavesOf([
      event(10, "Service", "etcd", 0),
      event(11, "Deployment", "mixcoord", 5, { ready: false }),
      event(12, "Deployment", "mixcoord", 5, { ready: true }),
      event(13, "Deployment", "proxy", 5, { ready: true }),
    ]);

    expect(waves).toEqual([
      { number: 0, began: { version: 10, at: 1000 }, ready: { version: 10, at: 1000 } },
      { number: 5, began: { version: 11, at: 1100 }, ready: { version: 13, at: 1300 } },
    ]);
    expect(overtakings(waves)).toEqual([]);
    expect(timetable(waves)).toBe("0: 0-0 s, 5: 0-0 s");
  });

  it("finds a wave that begins before an earlier one is ready", () => {
    const waves = wavesOf([
      event(11, "Deployment", "mixcoord", 5, { ready: false }),
      event(12, "Deployment", "proxy", 10, { ready: true }),
      event(13, "Deployment", "mixcoord", 5, { ready: true }),
    ]);

    expect(overtakings(waves)).toEqual(["wave 10 began before wave 5 was ready"]);
  });

  it("finds a wave that begins after one that never is ready", () => {
    const waves = wavesOf([
      event(11, "StatefulSet", "etcd", 0, { ready: false }),
      event(12, "StatefulSet", "minio", 0, { ready: true }),
      event(13, "Deployment", "proxy", 10, { ready: true }),
    ]);

    expect(waves[0]?.ready).toBeUndefined();
    expect(overtakings(waves)).toEqual(["wave 10 began before wave 0 was ready"]);
  });
});

function event(version: number, kind: string, name: string, wave: number, { ready = true } = {}): Seen {
  const annotations = { "argocd.argoproj.io/sync-wave": String(wave) };
  const metadata = { name, namespace: "milvus-dev", uid: name, resourceVersion: String(version), generation: 1, annotations };
  const status = { observedGeneration: 1, replicas: 1, updatedReplicas: 1, readyReplicas: +ready, availableReplicas: +ready };
  return {
    type: "MODIFIED",
    at: version * 100,
    object: { apiVersion: "apps/v1", kind, metadata, spec: { replicas: 1 }, status },
  };
}
