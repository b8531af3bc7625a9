import { cpSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { isColoured } from "../../generator/commands/diff-report.ts";
import type { EnvironmentFile } from "../../generator/config/schema/environment.ts";
import { findKustomize } from "../../generator/system/kustomize-binary.ts";
import { commitAll, git } from "../support/git.ts";
import { PLATFORM, readTree, replaceInFile, temporaryRepository, writeText } from "../support/repository.ts";
import { run, runIn } from "../support/run.ts";
import { DEV, freshRepository, generatedRepository, PROD } from "./repositories.ts";

const COMPONENT = "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n";
const PROD_FILE = "overlays/prod/environment.yaml";

interface Change {
  readonly change: string;
  readonly object: { readonly kind: string; readonly name: string };
  readonly risk: string;
  readonly fields: readonly { readonly path: string; readonly before?: unknown; readonly after?: unknown }[];
}

interface Result {
  readonly from: { readonly title: string; readonly commit: string | null };
  readonly to: { readonly title: string; readonly commit: string | null };
  readonly risk: string;
  readonly environments: readonly {
    readonly name: string;
    readonly status: string;
    readonly risk: string;
    readonly counts: Readonly<Record<string, number>>;
    readonly reasons: readonly { readonly rule: string }[];
    readonly objects: readonly Change[];
    readonly rollOut: readonly { readonly wave: number; readonly workloads: readonly { readonly name: string }[] }[];
  }[];
  readonly unchanged: readonly string[];
}

async function committed(environments?: Readonly<Record<string, EnvironmentFile>>): Promise<string> {
  const root = await generatedRepository(environments);
  await commitAll(root);
  return root;
}

async function commit(root: string): Promise<void> {
  await git(root, "add", "--all");
  await git(root, "commit", "--quiet", "--message", "next");
}

async function diffOf(root: string, ...args: readonly string[]): Promise<Result> {
  const { code, stdout, stderr } = await run(root, "diff", "--json", ...args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return JSON.parse(stdout);
}

/** `Kind name path: before → after` of every field. */
function fieldsOf({ environments }: Result): string[] {
  return environments.flatMap(({ objects }) =>
    objects.flatMap(({ object, fields }) =>
      fields.map(({ path, before, after }) => `${object.kind} ${object.name} ${path}: ${before} → ${after}`),
    ),
  );
}

beforeAll(async () => {
  await findKustomize(process.env);
}, 300_000);

describe("diff", () => {
  it("says that nothing differs, and is content", async () => {
    const root = await committed();
    const { code, stdout } = await run(root, "diff");

    expect(code).toBe(0);
    expect(stdout).toMatch(/^From HEAD \([0-9a-f]{8}\) to what would be generated now: no object differs\.\n$/);
    expect(await diffOf(root)).toMatchObject({ risk: "none", environments: [], unchanged: ["dev", "prod"] });
  });

  it("tells a version by its images, with the pods that restart in the order of their waves", async () => {
    const root = await committed();
    replaceInFile(root, PROD_FILE, "2.6.18", "2.6.19");
    const result = await diffOf(root);
    const [prod] = result.environments;

    expect(result.unchanged).toEqual(["dev"]);
    expect(prod).toMatchObject({ name: "prod", status: "changed", risk: "low", counts: { added: 0, removed: 0 } });
    expect(prod?.reasons.map(({ rule }) => rule)).toEqual(["pods-restart", "pods-restart", "version-up"]);
    expect(prod?.rollOut.map(({ wave, workloads }) => [wave, ...workloads.map(({ name }) => name)])).toEqual([
      [5, "milvus-mixcoord"],
      [6, "milvus-streamingnode"],
      [8, "milvus-querynode"],
      [9, "milvus-datanode"],
      [10, "milvus-proxy"],
    ]);
    expect(fieldsOf(result)).toContain(
      "Deployment milvus-proxy spec.template.spec.containers[proxy].image: milvusdb/milvus:v2.6.18 → milvusdb/milvus:v2.6.19",
    );
  });

  it("tells replicas as one field of one object", async () => {
    const root = await committed();
    replaceInFile(root, PROD_FILE, "replicas: 3", "replicas: 4");
    expect(fieldsOf(await diffOf(root))).toEqual(["Deployment milvus-querynode spec.replicas: 3 → 4"]);
  });

  it("tells a storage class as what the API server refuses", async () => {
    const root = await committed();
    replaceInFile(root, PROD_FILE, "storageClass: ssd", "storageClass: fast");
    const result = await diffOf(root);

    expect(fieldsOf(result)).toEqual(["StatefulSet etcd spec.volumeClaimTemplates[data].spec.storageClassName: ssd → fast"]);
    expect(result.environments[0]?.reasons).toMatchObject([{ rule: "immutable-field", risk: "high" }]);
  });

  it("tells configuration by its keys, and its ConfigMap as one object", async () => {
    const root = await committed();
    replaceInFile(root, PROD_FILE, "  version: 2.6.18\n", "  version: 2.6.18\n  config: { log: { level: debug } }\n");
    const result = await diffOf(root);

    expect(result.environments[0]?.counts).toMatchObject({ added: 0, removed: 0 });
    expect(fieldsOf(result)).toContain("ConfigMap milvus-config data[user.yaml].log.level: info → debug");
    expect(result.environments[0]?.rollOut).toHaveLength(5);
  });

  it("tells an environment that comes, with what Argo CD is told of it", async () => {
    const root = await committed({ dev: DEV });
    writeText(root, PROD_FILE, JSON.stringify(PROD));
    const [prod, ...others] = (await diffOf(root)).environments;

    expect(others).toEqual([]);
    expect(prod).toMatchObject({ name: "prod", status: "added", risk: "low", counts: { changed: 0, removed: 0, restarts: 0 } });
    const kinds = prod?.objects.map(({ object }) => object.kind);
    for (const kind of ["Application", "AppProject", "Namespace", "StatefulSet"]) expect(kinds).toContain(kind);
  });

  it("tells an environment that goes", async () => {
    const root = await committed();
    rmSync(join(root, "overlays/dev/environment.yaml"));
    const [dev, ...others] = (await diffOf(root)).environments;

    expect(others).toEqual([]);
    expect(dev).toMatchObject({ name: "dev", status: "removed", risk: "high", counts: { added: 0, changed: 0 } });
    expect(dev?.reasons.map(({ rule }) => rule)).toContain("application-removed");
  });

  it("tells what custom/ patches, also where it is not committed yet", async () => {
    const root = await committed();
    writeText(root, "overlays/prod/custom/kustomization.yaml", `${COMPONENT}patches:\n  - path: proxy.yaml\n`);
    writeText(
      root,
      "overlays/prod/custom/proxy.yaml",
      "apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: milvus-proxy }\nspec: { minReadySeconds: 77 }\n",
    );
    expect(fieldsOf(await diffOf(root))).toContain("Deployment milvus-proxy spec.minReadySeconds: 30 → 77");

    await run(root, "generate");
    await commit(root);
    replaceInFile(root, "overlays/prod/custom/proxy.yaml", "77", "78");
    expect(fieldsOf(await diffOf(root))).toEqual(["Deployment milvus-proxy spec.minReadySeconds: 77 → 78"]);
  });

  it("builds what custom/ takes from a folder beside the environments", async () => {
    const root = await committed();
    const shared = "apiVersion: v1\nkind: ServiceAccount\nmetadata: { name: extra, labels: { a: x } }\n";
    writeText(root, "overlays/shared/kustomization.yaml", `${COMPONENT}resources:\n  - account.yaml\n`);
    writeText(root, "overlays/shared/account.yaml", shared);
    writeText(root, "overlays/prod/custom/kustomization.yaml", `${COMPONENT}components:\n  - ../../shared\n`);
    await run(root, "generate");
    await commit(root);
    replaceInFile(root, "overlays/shared/account.yaml", "a: x", "a: y");

    const result = await diffOf(root);
    expect(fieldsOf(result)).toEqual(["ServiceAccount extra metadata.labels.a: x → y"]);
    expect(result.unchanged).toEqual(["dev"]);
  });

  it("tells what the root is told of all environments", async () => {
    const root = await committed();
    replaceInFile(root, "gitops.yaml", PLATFORM.repository.url, "https://github.com/acme/other.git");
    const result = await diffOf(root);

    expect(result.environments.map(({ name, risk }) => `${name} ${risk}`)).toEqual(["root high", "dev high", "prod high"]);
    expect(result.environments[0]?.objects.map(({ object }) => object.kind)).toEqual(["AppProject", "Application"]);
  });
});

describe("the trees of diff", () => {
  it("are the committed ones where both are named, whatever stands on disk", async () => {
    const root = await committed();
    replaceInFile(root, PROD_FILE, "replicas: 3", "replicas: 4");
    await run(root, "generate");
    await commit(root);
    writeText(root, "gitops.yaml", "broken: [");

    const forwards = await diffOf(root, "--from", "HEAD~1", "--to", "HEAD");
    expect(fieldsOf(forwards)).toEqual(["Deployment milvus-querynode spec.replicas: 3 → 4"]);
    expect(fieldsOf(await diffOf(root, "--from", "HEAD", "--to", "HEAD~1"))).toEqual([
      "Deployment milvus-querynode spec.replicas: 4 → 3",
    ]);
    expect(forwards.from.commit).toBe((await git(root, "rev-parse", "HEAD~1")).trim());
  });

  it("are narrowed to one environment", async () => {
    const root = await committed();
    replaceInFile(root, PROD_FILE, "2.6.18", "2.6.19");
    expect(await diffOf(root, "--env", "dev")).toMatchObject({ environments: [], unchanged: ["dev"] });
    expect(await run(root, "diff", "--env", "qa")).toMatchObject({ code: 2, stdout: "" });
  });

  it("may lie below the top of the repository", async () => {
    const outer = freshRepository({});
    cpSync(await generatedRepository(), join(outer, "gitops"), { recursive: true });
    await commitAll(outer);
    replaceInFile(outer, `gitops/${PROD_FILE}`, "replicas: 3", "replicas: 4");
    expect(fieldsOf(await diffOf(join(outer, "gitops")))).toEqual(["Deployment milvus-querynode spec.replicas: 3 → 4"]);
  });

  it("are empty before the first commit, and in a commit without a tree", async () => {
    const root = freshRepository({ dev: DEV });
    await git(root, "init", "--quiet");
    const unborn = await run(root, "diff");
    expect(unborn.code).toBe(0);
    expect(unborn.stderr).toContain("HEAD (no commit yet) holds no generated tree, so everything is new.\n");
    expect(unborn.stdout).toContain("\ndev, which is added\n");

    await commitAll(root);
    expect((await run(root, "diff")).stderr).toMatch(/HEAD \([0-9a-f]{8}\) holds no generated tree, so everything is new\.\n/);
  });

  it.each([
    ["a name that Git does not know", ["--from", "nowhere"], 'There is no commit "nowhere" in this clone.', "E_REF"],
    ["an option for a name", ["--from=--all"], 'There is no commit "--all" in this clone.', "E_REF"],
    ["a target without a tree", ["--to", "HEAD~1"], "HEAD~1 holds no generated tree.", "E_REF"],
    ["an environment that neither has", ["--env", "qa"], 'Neither tree has an environment "qa".', "E_REF"],
  ])("are refused for %s", async (_title, args, message, code) => {
    const root = freshRepository({ dev: DEV });
    await commitAll(root);
    await run(root, "generate");
    await commit(root);
    const result = await run(root, "diff", ...args);

    expect({ code: result.code, stdout: result.stdout }).toEqual({ code: 2, stdout: "" });
    expect(result.stderr).toContain(message);
    expect(result.stderr).toContain(`(${code})`);
  });

  it("are refused outside a repository, for a wrong description, and for a link", async () => {
    const root = await generatedRepository({ dev: DEV });
    expect(await run(root, "diff")).toMatchObject({ code: 2, stdout: "" });

    await commitAll(root);
    const custom = join(root, "overlays/dev/custom");
    symlinkSync("/etc", custom);
    const folder = await run(root, "diff");
    expect({ code: folder.code, stdout: folder.stdout }).toEqual({ code: 2, stdout: "" });
    expect(folder.stderr).toContain("overlays/dev/custom:1:1 The file, or its folder, is a symbolic link.\n");

    rmSync(custom);
    writeText(root, "overlays/dev/custom/notes.md", "Nothing yet.\n");
    symlinkSync("/etc/hostname", join(custom, "patch.yaml"));
    const file = await run(root, "diff");
    expect({ code: file.code, stdout: file.stdout }).toEqual({ code: 2, stdout: "" });
    expect(file.stderr).toContain("overlays/dev/custom/patch.yaml is a link or a submodule, which is not followed.\n");

    rmSync(custom, { recursive: true });
    writeText(root, "overlays/dev/environment.yaml", "nothing: 1\n");
    const wrong = await run(root, "diff");
    expect({ code: wrong.code, stdout: wrong.stdout }).toEqual({ code: 2, stdout: "" });
    expect(wrong.stderr).toContain("Nothing was compared.");
  });
});

describe("the forms of diff", () => {
  it("is the body of a pull request with --markdown", async () => {
    const root = await committed();
    replaceInFile(root, PROD_FILE, "replicas: 3", "replicas: 4");
    const { code, stdout } = await run(root, "diff", "--markdown");

    expect(code).toBe(0);
    expect(stdout).toContain("\n| prod | **low** | 0 | 1 | 0 | 0 |\n");
    expect(stdout).toContain("\n```diff\n- spec.replicas: 3\n+ spec.replicas: 4\n```\n");
    expect(await run(root, "diff", "--markdown", "--json")).toMatchObject({ code: 2, stdout: "" });
  });

  it("fails with --fail-on for that risk or more, after it has told the difference", async () => {
    const root = await committed();
    replaceInFile(root, PROD_FILE, "storageClass: ssd", "storageClass: fast");
    const codes = await Promise.all(
      ["low", "high", "destructive"].map(async (risk) => (await run(root, "diff", "--fail-on", risk)).code),
    );
    expect(codes).toEqual([3, 3, 0]);
    expect((await run(root, "diff", "--fail-on", "high")).stdout).toContain("spec.volumeClaimTemplates[data]");
    expect(await run(root, "diff", "--fail-on", "huge")).toMatchObject({ code: 2 });
  });

  it("has no colours in a pipe, and on a terminal only where nobody forbids them", async () => {
    expect(isColoured({ isTTY: true }, {})).toBe(true);
    expect(isColoured({ isTTY: true }, { NO_COLOR: "" })).toBe(true);
    expect(isColoured({ isTTY: true }, { NO_COLOR: "1" })).toBe(false);
    expect(isColoured({}, {})).toBe(false);
  });

  it("fails where Kustomize does not build a tree, and leaves no temporary folder", async () => {
    const root = await committed();
    writeText(root, "overlays/dev/custom/kustomization.yaml", `${COMPONENT}resources:\n  - nowhere.yaml\n`);
    replaceInFile(root, PROD_FILE, "replicas: 3", "replicas: 4");
    const temporary = temporaryRepository(new Map());
    const { code, stdout, stderr } = await runIn({ cwd: root, env: { TMPDIR: temporary } }, "diff");

    expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
    expect(stderr).toMatch(/\(E_BUILD\)\n$/);
    expect(readdirSync(temporary)).toEqual([]);
  });

  it("leaves the repository and the folder for temporary files as they were", async () => {
    const root = await committed();
    replaceInFile(root, PROD_FILE, "replicas: 3", "replicas: 4");
    const before = readTree(root);
    const temporary = temporaryRepository(new Map());
    const { code } = await runIn({ cwd: root, env: { TMPDIR: temporary } }, "diff");

    expect(code).toBe(0);
    expect(readTree(root)).toEqual(before);
    expect(await git(root, "status", "--porcelain")).toBe(` M ${PROD_FILE}\n`);
    expect(readdirSync(temporary)).toEqual([]);
  });
});
