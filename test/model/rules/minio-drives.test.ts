import { describe, expect, it } from "vitest";
import { minioDrives } from "../../../generator/model/rules/quorum/minio-drives.ts";
import { aMinioStorage } from "../../support/environments.ts";
import { aContext } from "./context.ts";

describe("minioDrives", () => {
  it.each([
    [4, 1],
    [4, 2],
    [4, 4],
    [6, 1],
    [8, 2],
    [16, 2],
    [5, 1],
    [6, 4],
    [32, 1],
  ])("accepts %i servers of %i drives", (replicas, drivesPerServer) => {
    expect(told({ mode: "distributed", replicas, drivesPerServer })).toEqual([]);
  });

  it.each([
    [2, 1, "2 servers with 1 drive each have 2 drives; erasure coding needs 4."],
    [3, 1, "3 servers with 1 drive each have 3 drives; erasure coding needs 4."],
    [1, 8, "A distributed MinIO has two servers or more."],
    [17, 1, "17 servers with 1 drive each have 17 drives, which no set of 4 to 16 divides evenly."],
    [34, 1, "34 servers with 1 drive each have 34 drives, which no set of 4 to 16 divides evenly."],
  ])("refuses %i servers of %i drives", (replicas, drivesPerServer, message) => {
    const found = told({ mode: "distributed", replicas, drivesPerServer });

    expect(found).toEqual([`error objectStorage.minio.replicas ${message}`]);
  });

  it("lets at most half of an erasure set be parity", () => {
    const layout = { mode: "distributed", replicas: 4, drivesPerServer: 1 } as const;

    expect(told({ ...layout, parity: 2 })).toEqual([]);
    expect(told({ ...layout, parity: 3 })).toEqual([
      "error objectStorage.minio.parity 3 parity drives are more than half of a set of 4.",
    ]);
  });

  it("warns of a single server in production alone", () => {
    const single = { mode: "standalone", replicas: 1, drivesPerServer: 1 } as const;

    expect(told(single)).toEqual(["warning objectStorage.minio.mode A standalone MinIO keeps one copy of the data."]);
    expect(told(single, false)).toEqual([]);
  });
});

function told(minio: Parameters<typeof aMinioStorage>[0], isProduction = true): string[] {
  const problems = minioDrives(aContext({ objectStorage: aMinioStorage(minio) }, { isProduction }));
  return problems.map(({ severity, path, text }) => `${severity} ${path.join(".")} ${text.message}`);
}
