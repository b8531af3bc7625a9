import { describe, expect, it } from "vitest";
import { claimExists, mountedFileExists, mountHasVolume } from "../../../generator/checks/references/volumes.ts";
import { soundExcept, soundObjects } from "../objects.ts";
import { treeOf } from "../trees.ts";

const WEB = "Deployment milvus-test/web";
const POD = "spec.template.spec";
const MOUNTS = `${POD}.containers.0.volumeMounts`;

describe("mountHasVolume", () => {
  it("accepts mounts of volumes and of claim templates", () => {
    expect(mountHasVolume.find(treeOf(soundObjects()))).toEqual([]);
  });

  it("refuses a mount of a volume that the pod does not have", () => {
    expect(mountHasVolume.find(treeOf(soundExcept("Deployment web", `${MOUNTS}.0.name`, "nothing")))).toEqual([
      { subject: WEB, message: "Container web: there is no volume nothing." },
    ]);
    expect(mountHasVolume.find(treeOf(soundExcept("StatefulSet db", "spec.volumeClaimTemplates", undefined)))).toEqual([
      { subject: "StatefulSet milvus-test/db", message: "Container db: there is no volume data." },
    ]);
  });
});

describe("mountedFileExists", () => {
  it("accepts files of ConfigMaps and Secrets, and what it does not know", () => {
    const unknown = soundExcept("Deployment web", `${POD}.volumes.0`, { name: "config", emptyDir: {} });

    expect(mountedFileExists.find(treeOf(soundObjects()))).toEqual([]);
    expect(mountedFileExists.find(treeOf(unknown))).toEqual([]);
  });

  it.each([
    { path: `${MOUNTS}.0.subPath`, value: "other.yaml", message: "volume config has no file other.yaml." },
    { path: `${MOUNTS}.1.subPath`, value: "token", message: "volume token has no file token." },
  ])("refuses a mount: $message", ({ path, value, message }) => {
    expect(mountedFileExists.find(treeOf(soundExcept("Deployment web", path, value)))).toEqual([
      { subject: WEB, message: `Container web: ${message}` },
    ]);
  });
});

describe("claimExists", () => {
  const claiming = (claimName: string) =>
    treeOf(soundExcept("Deployment web", `${POD}.volumes.2`, { name: "old", persistentVolumeClaim: { claimName } }));

  it("accepts a claim that a StatefulSet makes", () => {
    expect(claimExists.find(claiming("data-db-2"))).toEqual([]);
  });

  it.each(["data-db-3", "data"])("refuses the claim %s, which nobody makes", (name) => {
    expect(claimExists.find(claiming(name))).toEqual([{ subject: WEB, message: `There is no claim ${name}.` }]);
  });
});
