import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { findKustomize, type Kustomize } from "../../generator/system/kustomize-binary.ts";
import { renderKustomization } from "../../generator/system/render-kustomization.ts";
import { aFolder, put } from "./temporary-folder.ts";

const CONFIG_MAP = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\n";

function aRenderer(script: string) {
  return { command: [put(aFolder(), "kustomize", `#!/bin/sh\n${script}\n`, 0o755), "build"] as const };
}

describe("renderKustomization, with the Kustomize of this machine", () => {
  let kustomize: Kustomize;
  beforeAll(async () => {
    kustomize = await findKustomize(process.env);
  }, 300_000);

  it("gives what the folder builds to", async () => {
    const folder = aFolder({
      "base/kustomization.yaml": "resources:\n  - settings.yaml\n",
      "base/settings.yaml": CONFIG_MAP,
      "overlay/kustomization.yaml": "namespace: milvus\nresources:\n  - ../base\n",
    });

    expect(await renderKustomization(kustomize, join(folder, "overlay"))).toBe(`${CONFIG_MAP}  namespace: milvus\n`);
  });

  it.each([
    { what: "a folder without a kustomization", files: {}, text: /unable to find one of 'kustomization\.yaml'/ },
    { what: "a missing file", files: { "kustomization.yaml": "resources: [missing.yaml]\n" }, text: /missing\.yaml/ },
    {
      what: "a cycle",
      files: { "kustomization.yaml": "resources: [../a]\n", "../a/kustomization.yaml": "resources: [../r]\n" },
      text: /cycle/,
    },
    {
      what: "a plugin",
      files: { "kustomization.yaml": "generators: [g.yaml]\n", "g.yaml": execPlugin() },
      text: /external plugins disabled/,
    },
    {
      what: "a base on the network",
      files: { "kustomization.yaml": "resources: ['https://localhost:1/a/b.git//c?ref=d&timeout=5s']\n" },
      text: /localhost:1/,
    },
  ])("fails for $what, with the words of Kustomize", async ({ files, text }) => {
    const folder = join(aFolder(), "r");
    for (const [path, content] of Object.entries({ "README.md": "", ...files })) put(folder, path, content);

    await expect(renderKustomization(kustomize, folder)).rejects.toMatchObject({
      code: "E_BUILD",
      exitCode: 3,
      message: expect.stringMatching(text),
    });
  });
});

describe("renderKustomization", () => {
  it("passes the folder and no option, keeps Git from fetching, and drops what kubectl is told at home", async () => {
    const renderer = aRenderer('echo "$# $1 $2 $GIT_ALLOW_PROTOCOL $KUBERC"');

    expect(await renderKustomization(renderer, "overlays/dev")).toBe("2 build overlays/dev none off\n");
  });

  it("passes over warnings", async () => {
    expect(await renderKustomization(aRenderer("echo '# deprecated' >&2; echo kind: List"), ".")).toBe("kind: List\n");
  });

  it.each([
    { script: "exit 0", text: "Kustomize does not build overlays/dev: no output." },
    { script: "echo kind: List; exit 1", text: "Kustomize does not build overlays/dev: exit code 1." },
    { script: "echo kind: List; kill -SEGV $$", text: "Kustomize does not build overlays/dev: ended by SIGSEGV." },
    {
      script: "printf 'a\\033[31m\\n\\nb' >&2; exit 1",
      text: "Kustomize does not build overlays/dev: exit code 1.\n  a?[31m\n  b",
    },
  ])("fails when the program does this: $script", async ({ script, text }) => {
    await expect(renderKustomization(aRenderer(script), "overlays/dev")).rejects.toMatchObject({
      code: "E_BUILD",
      message: text,
    });
  });

  it("ends a program that does not end", async () => {
    const limits = { timeoutMilliseconds: 200, maxBytes: 1000 };

    await expect(renderKustomization(aRenderer("/bin/sleep 300"), ".", limits)).rejects.toThrow("no end after 0.2 s");
  });
});

function execPlugin(): string {
  return "apiVersion: example.com/v1\nkind: Exec\nmetadata:\n  name: x\n";
}
