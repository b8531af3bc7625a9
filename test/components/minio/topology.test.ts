import { describe, expect, it } from "vitest";
import { drives, topology } from "../../../generator/components/minio/topology.ts";
import { aMinio } from "../../support/environments.ts";

describe("topology", () => {
  it.each([
    { mode: "standalone", replicas: 1, drivesPerServer: 1, drives: "/data" },
    {
      mode: "distributed",
      replicas: 4,
      drivesPerServer: 1,
      drives: "http://minio-{0...3}.minio-headless.$(POD_NAMESPACE).svc:9000/data",
    },
    {
      mode: "distributed",
      replicas: 4,
      drivesPerServer: 2,
      drives: "http://minio-{0...3}.minio-headless.$(POD_NAMESPACE).svc:9000/data-{0...1}",
    },
    {
      mode: "distributed",
      replicas: 16,
      drivesPerServer: 4,
      drives: "http://minio-{0...15}.minio-headless.$(POD_NAMESPACE).svc:9000/data-{0...3}",
    },
  ] as const)("of $mode $replicas x $drivesPerServer is $drives", ({ mode, replicas, drivesPerServer, drives: expected }) => {
    expect(topology(aMinio({ mode, replicas, drivesPerServer }), false)).toBe(expected);
  });
});

describe("drives", () => {
  it("is one volume without a number where a server has one drive", () => {
    expect(drives(aMinio({ drivesPerServer: 1 }))).toEqual([{ name: "data", mountPath: "/data" }]);
  });

  it("numbers the volumes as the ellipsis counts them", () => {
    expect(drives(aMinio({ drivesPerServer: 2 }))).toEqual([
      { name: "data-0", mountPath: "/data-0" },
      { name: "data-1", mountPath: "/data-1" },
    ]);
  });
});
