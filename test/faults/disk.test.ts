import { chmodSync, chownSync, readdirSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { put } from "../system/temporary-folder.ts";
import { aMachine, type Ending, start } from "./machine.ts";
import { aGeneratedRepository, aRepository, CHANGED, remainsOf, SMALL, treeOf, write } from "./small-repository.ts";

const machine = aMachine("generate");
const IS_ROOT = process.getuid?.() === 0;
/** Permissions do not hold root back, so as root these tests run the generator as the kernel's `nobody`. */
const USER = IS_ROOT ? { user: 65_534 } : {};

/** In mounts that nobody else sees, and that are gone with the command. Needs root. */
const IN_MOUNTS = ["unshare", "--mount", "/bin/sh", "-ec"];

async function anUpdate(): Promise<string> {
  const root = await aGeneratedRepository(machine);
  write(root, CHANGED);
  return root;
}

async function wanted(): Promise<Record<string, string>> {
  return treeOf(await aGeneratedRepository(machine, CHANGED));
}

const generate = (root: string, script = '"$@"'): Promise<Ending> =>
  start(machine, ["generate", "-C", root], { within: ["/bin/sh", "-c", script, "sh"] });

/** A shell command and then the generator, `"$@"`, over a repository in which the command may mount things. */
const generateInMounts = (root: string, script: string): Promise<Ending> =>
  start(machine, ["generate", "-C", root], { within: [...IN_MOUNTS, `cd "${root}"; ${script}`, "sh"] });

interface Shortage {
  readonly what: string;
  readonly run: (root: string) => Promise<Ending>;
  readonly told: string;
}

/** What runs out, and what a person reads. */
const SHORTAGES: readonly Shortage[] = [
  {
    what: "files may not grow",
    run: (root) => generate(root, 'ulimit -f 4; exec "$@"'),
    told: "cannot be written: a limit on file sizes is reached (EFBIG)",
  },
  ...(IS_ROOT
    ? [
        {
          what: "the disk is full",
          // What is on the small disk is copied out of it, which is gone afterwards.
          run: (root: string) =>
            generateInMounts(
              root,
              `disk=$(mktemp -d); mount -t tmpfs -o size=200k full $disk; cp -R . $disk; cd $disk
               "$1" "$2" generate || code=$?; cp -R . "${root}"; cd /; umount $disk; rmdir $disk; exit $code`,
            ),
          told: "cannot be written: the disk is full (ENOSPC)",
        },
      ]
    : []),
];

describe.each(SHORTAGES)("where $what", ({ run, told }) => {
  it("a run says so, leaves whole files, and the next one completes it", async () => {
    const root = aRepository();
    const complete = treeOf(await aGeneratedRepository(machine));

    const { code, stderr } = await run(root);

    expect({ code, stderr }).toEqual({ code: 5, stderr: expect.stringContaining(told) });
    expect(stderr).toMatch(/ What stood there before is unchanged\.\n {2}.* run again; .* \(E_WRITE\)\n$/);
    expect(remainsOf(root)).toEqual([]);
    const files = Object.entries(treeOf(root)).filter(([path]) => !path.endsWith("/generated.sha256"));
    expect(files.length).toBeGreaterThan(Object.keys(SMALL).length);
    expect(complete).toMatchObject(Object.fromEntries(files));
    expect(await generate(root)).toMatchObject({ code: 0 });
    expect(treeOf(root)).toEqual(complete);
  });
});

describe("where too many files are open", () => {
  // Below 20 Node itself does not start, with a message or a signal of its own.
  it.each([32, 20])("as with a limit of %d, a run needs no more than that", async (limit) => {
    const root = await anUpdate();

    expect(await generate(root, `ulimit -n ${limit}; exec "$@"`)).toMatchObject({ code: 0 });
    expect(treeOf(root)).toEqual(await wanted());
  });

  it.each([18, 12])("as with a limit of %d, nothing is written and nothing reported as done", async (limit) => {
    const root = await anUpdate();
    const before = treeOf(root);

    const { code } = await generate(root, `ulimit -c 0; ulimit -n ${limit}; exec "$@"`);

    expect(code).not.toBe(0);
    expect(treeOf(root)).toEqual(before);
  });
});

describe("where permission is missing", () => {
  it.each([
    ["the repository may not be written", ".", 0o555, 5, ".milvus-gitops.lock cannot be written: permission is missing"],
    ["a folder may not be written", "overlays/dev/milvus", 0o555, 5, "cannot be written: permission is missing (EACCES)"],
    ["a folder may not be read", "base/etcd", 0o000, 2, "base/etcd cannot be read: permission is missing (EACCES)"],
    [
      "a generated file may not be read",
      "base/etcd/service.yaml",
      0o000,
      2,
      "base/etcd/service.yaml cannot be read: permission",
    ],
    ["the platform may not be read", "gitops.yaml", 0o000, 2, "gitops.yaml:1:1 The file may not be read."],
    ["an environment may not be read", "overlays/dev", 0o000, 2, "overlays/dev/environment.yaml:1:1 The file may not be read."],
    ["the environments may not be listed", "overlays", 0o000, 2, "overlays cannot be read: permission is missing (EACCES)"],
  ])("because %s, a run says so and loses nothing", async (_what, path, mode, code, told) => {
    const root = await anUpdate();
    allow(root, path, mode);

    const ending = await start(machine, ["generate", "-C", root], USER);

    expect(ending).toEqual({ code, stdout: "", stderr: expect.stringContaining(told) });
    chmodSync(join(root, path), 0o755);
    expect(remainsOf(root)).toEqual([]);
    expect(await generate(root)).toMatchObject({ code: 0 });
    expect(treeOf(root)).toEqual(await wanted());
  });

  it("because custom/ may not be read, the overlay does not lose it", async () => {
    const root = await aGeneratedRepository(machine);
    put(root, "overlays/dev/custom/kustomization.yaml", "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n");
    await generate(root);
    const overlay = treeOf(root)["overlays/dev/kustomization.yaml"];
    expect(overlay).toContain("- custom\n");
    write(root, CHANGED);
    allow(root, "overlays/dev/custom", 0o000);

    await start(machine, ["generate", "-C", root], USER);

    chmodSync(join(root, "overlays/dev/custom"), 0o755);
    expect(treeOf(root)["overlays/dev/kustomization.yaml"]).toContain("- custom\n");
  });
});

/** Gives a repository to the user who runs, with one entry of other permissions; it can be removed when the test is done. */
function allow(root: string, path: string, mode: number): void {
  for (const entry of [".", ...readdirSync(root, { recursive: true, encoding: "utf8" })]) {
    if (USER.user !== undefined) chownSync(join(root, entry), USER.user, USER.user);
  }
  chmodSync(join(root, path), mode);
  onTestFinished(() => chmodSync(join(root, path), 0o755));
}

interface Mount {
  readonly what: string;
  readonly script: string;
  readonly expected: Partial<Ending>;
}

/** Each ends with the same tree outside of the mounts, or with what a next run completes. */
const MOUNTS: readonly Mount[] = [
  {
    what: "that is read-only",
    script: 'mount --bind . .; mount -o remount,bind,ro .; cd "$PWD"; exec "$@"',
    expected: {
      code: 5,
      stderr: expect.stringContaining(".milvus-gitops.lock cannot be written: the file system is read-only"),
    },
  },
  {
    what: "with another disk in it, to which nothing can be renamed",
    script:
      'mkdir ../d-$$; cp -R overlays/dev/. ../d-$$; mount -t tmpfs other overlays/dev; cp -R ../d-$$/. overlays/dev; rm -r ../d-$$; "$@"; cp -R overlays/dev ../d-$$; umount overlays/dev; rm -r overlays/dev; mv ../d-$$ overlays/dev',
    expected: { code: 0, stdout: expect.stringContaining("update overlays/dev/kustomization.yaml\n") },
  },
  {
    what: "with a file that is a mount of its own",
    script: 'mount --bind overlays/dev/README.md overlays/dev/README.md; exec "$@"',
    expected: {
      code: 5,
      stderr: expect.stringContaining(
        "overlays/dev/README.md cannot be written: it is a mount, or another program uses it (EBUSY).",
      ),
    },
  },
];

describe.each(IS_ROOT ? MOUNTS : [])("in a repository $what", ({ script, expected }) => {
  it("a run ends in words, and the next one completes it", async () => {
    const root = await anUpdate();

    expect(await generateInMounts(root, script)).toMatchObject(expected);
    expect(remainsOf(root)).toEqual([]);
    expect(await generate(root)).toMatchObject({ code: 0 });
    expect(treeOf(root)).toEqual(await wanted());
  });
});

it("a clock that was set back changes nothing: no time of a file is believed", async () => {
  const root = await aGeneratedRepository(machine);
  const future = new Date(Date.now() + 10 * 365 * 86_400_000);
  const age = (folder: string) => {
    for (const path of readdirSync(folder, { recursive: true, encoding: "utf8" }))
      utimesSync(join(folder, path), future, future);
  };
  age(root);
  age(machine.cache);

  expect(await generate(root)).toMatchObject({ code: 0, stdout: "Nothing to do: every generated file is up to date.\n" });
  write(root, CHANGED);
  expect(await generate(root)).toMatchObject({ code: 0 });
  expect(treeOf(root)).toEqual(await wanted());
});
