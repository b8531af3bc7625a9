import { describe, expect, it } from "vitest";
import { rootFilesystemReadOnly, writablePathsMounted } from "../../../generator/checks/security/root-filesystem.ts";
import { anEnvironment } from "../../support/environments.ts";
import { soundExcept, soundObjects, withField } from "../objects.ts";
import { treeOf } from "../trees.ts";

const POD = "spec.template.spec";
const CONTAINER = `${POD}.containers.0`;
const READ_ONLY = `${CONTAINER}.securityContext.readOnlyRootFilesystem`;
const MILVUS = "milvusdb/milvus:v2.6.20";

describe("rootFilesystemReadOnly", () => {
  it("accepts read-only roots", () => {
    expect(rootFilesystemReadOnly.find(treeOf(soundObjects()))).toEqual([]);
  });

  it.each([false, undefined])("refuses a root by %s", (value) => {
    expect(rootFilesystemReadOnly.find(treeOf(soundExcept("StatefulSet db", READ_ONLY, value)))).toEqual([
      { subject: "StatefulSet milvus-test/db", message: "Container db: readOnlyRootFilesystem is not true." },
    ]);
  });

  it("accepts a writable root of Milvus where the environment asks for it", () => {
    const objects = withField(soundExcept("StatefulSet db", READ_ONLY, false), "StatefulSet db", `${CONTAINER}.image`, MILVUS);
    const milvus = { ...anEnvironment().milvus, readOnlyRootFilesystem: false };

    expect(rootFilesystemReadOnly.find(treeOf(objects, { milvus }))).toEqual([]);
    expect(rootFilesystemReadOnly.find(treeOf(objects))).not.toEqual([]);
  });
});

describe("writablePathsMounted", () => {
  const paths = ["/var/lib/milvus", "/run/milvus", "/tmp"];
  const volumes = paths.map((_, index) => ({ name: `v${index}`, emptyDir: {} }));
  const mounts = paths.map((mountPath, index) => ({ name: `v${index}`, mountPath }));

  it("accepts folders on volumes, or inside them", () => {
    const outer = mounts.map((mount) => ({ ...mount, mountPath: mount.mountPath.replace("/var/lib/milvus", "/var/lib/") }));

    expect(writablePathsMounted.find(treeOf(milvus(volumes, mounts)))).toEqual([]);
    expect(writablePathsMounted.find(treeOf(milvus(volumes, outer)))).toEqual([]);
  });

  it.each([
    { what: "no volume", mounts: mounts.slice(0, 2), volumes },
    {
      what: "a mount for reading",
      mounts: mounts.with(2, { name: "v2", mountPath: "/tmp", readOnly: true } as never),
      volumes,
    },
    { what: "a ConfigMap", mounts, volumes: volumes.with(2, { name: "v2", configMap: { name: "web" } } as never) },
    { what: "a single file", mounts: mounts.with(2, { name: "v2", mountPath: "/tmp", subPath: "a" } as never), volumes },
    { what: "a folder of a like name", mounts: mounts.with(2, { name: "v2", mountPath: "/tm" }), volumes },
  ])("refuses a folder on $what", ({ mounts, volumes }) => {
    expect(writablePathsMounted.find(treeOf(milvus(volumes, mounts)))).toEqual([
      { subject: "StatefulSet milvus-test/db", message: "Container db: /tmp is on no volume that it can write to." },
    ]);
  });
});

/** The StatefulSet runs Milvus with these volumes. */
function milvus(volumes: readonly object[], mounts: readonly object[]) {
  const image = soundExcept("StatefulSet db", `${CONTAINER}.image`, MILVUS);
  return withField(
    withField(image, "StatefulSet db", `${POD}.volumes`, volumes),
    "StatefulSet db",
    `${CONTAINER}.volumeMounts`,
    mounts,
  );
}
