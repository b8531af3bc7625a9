import { describe, expect, it } from "vitest";
import { applicationFolderExists } from "../../../generator/checks/repository/application-folders.ts";
import { noFunctions } from "../../../generator/checks/repository/functions.ts";
import { entryIsHere, entryOnce, entryStaysInEnvironment } from "../../../generator/checks/repository/kustomization-entries.ts";
import { kustomizationIsPlain, kustomizationKeepsIdentity } from "../../../generator/checks/repository/kustomization-fields.ts";
import { filesAreUsed } from "../../../generator/checks/repository/used-files.ts";
import { kustomization, overBase, repositoryOf } from "./tree.ts";

const PROD = "overlays/prod/kustomization.yaml";

describe("entryIsHere", () => {
  it("accepts files, folders, and files under another key", () => {
    const tree = overBase(
      ["patches: [{ path: ./x.yaml }, { patch: '[]' }]", "configMapGenerator: [{ files: [a=x.yaml], envs: [x.env] }]"],
      {
        "overlays/prod/x.yaml": "a: 1\n",
        "overlays/prod/x.env": "A=1\n",
      },
    );

    expect(entryIsHere.find(tree)).toEqual([]);
  });

  it.each([
    { fields: "resources: [https://github.com/acme/x]", entry: "https://github.com/acme/x of resources" },
    { fields: "resources: [github.com/acme/x?ref=main]", entry: "github.com/acme/x?ref=main of resources" },
    { fields: "resources: [/etc/passwd]", entry: "/etc/passwd of resources" },
    { fields: "resources: [../../../base/web]", entry: "../../../base/web of resources" },
    { fields: "resources: [../../base]", entry: "../../base of resources" },
    { fields: "components: [../../base/web/deployment.yaml]", entry: "../../base/web/deployment.yaml of components" },
    { fields: "patches: [{ path: x.yaml }]", entry: "x.yaml of patches" },
    { fields: "patches: [{ path: ../../base/web }]", entry: "../../base/web of patches" },
    { fields: "patchesStrategicMerge: [x.yaml]", entry: "x.yaml of patchesStrategicMerge" },
    { fields: "replacements: [{ path: x.yaml }]", entry: "x.yaml of replacements" },
    { fields: "configMapGenerator: [{ env: x.env }]", entry: "x.env of configMapGenerator" },
    { fields: "openapi: { path: x.json }", entry: "x.json of openapi" },
    { fields: "transformers: [x.yaml]", entry: "x.yaml of transformers" },
  ])("refuses $entry", ({ fields, entry }) => {
    const { files: base } = overBase([]);
    const tree = repositoryOf({ ...Object.fromEntries(base), [PROD]: kustomization(fields) });

    expect(entryIsHere.find(tree)).toEqual([{ subject: PROD, message: `The entry ${entry} is not in this repository.` }]);
  });

  it("passes over what is none of the types that Kustomize wants", () => {
    expect(entryIsHere.find(overBase(["patches: x", "components: [1]", "configMapGenerator: { a: b }", "openapi: x"]))).toEqual(
      [],
    );
    expect(entryIsHere.find(repositoryOf({ [PROD]: "[]\n", "base/kustomization.yaml": "" }))).toEqual([]);
  });
});

describe("entryStaysInEnvironment", () => {
  it.each([
    { path: PROD, entry: "../dev", leads: "overlays/dev" },
    { path: PROD, entry: "../..", leads: "the top of the repository" },
    { path: "overlays/prod/custom/kustomization.yaml", entry: "../../production", leads: "overlays/production" },
    { path: "base/web/kustomization.yml", entry: "../../overlays/prod", leads: "overlays/prod" },
  ])("refuses $entry in $path", ({ path, entry, leads }) => {
    expect(entryStaysInEnvironment.find(repositoryOf({ [path]: kustomization(`resources: [${entry}]`) }))).toEqual([
      { subject: path, message: `The entry ${entry} of resources leads to ${leads}.` },
    ]);
  });

  it("accepts the base and what is the environment's own", () => {
    const fields = "resources: [../../../base/etcd, x.yaml, ../etcd]";

    expect(entryStaysInEnvironment.find(repositoryOf({ "overlays/prod/custom/Kustomization": kustomization(fields) }))).toEqual(
      [],
    );
  });
});

describe("entryOnce", () => {
  it("refuses one place under two spellings, and accepts it in two fields", () => {
    const fields = ["resources: [x, ./x/, y]", "patches: [{ path: y }]"];

    expect(entryOnce.find(repositoryOf({ [PROD]: kustomization(...fields) }))).toEqual([
      { subject: PROD, message: "It lists overlays/prod/x twice." },
    ]);
  });
});

describe("kustomizationIsPlain", () => {
  it("accepts what the generator writes, and more that runs nothing", () => {
    const fields = ["namespace: x", "images: []", "replicas: []", "replacements: []", "commonAnnotations: {}"];

    expect(kustomizationIsPlain.find(overBase(fields))).toEqual([]);
  });

  it.each([
    "helmCharts",
    "generators",
    "transformers",
    "validators",
    "crds",
    "openapi",
    "configurations",
    "secretGenerator",
    "HelmCharts",
  ])("refuses %s", (field) => {
    expect(kustomizationIsPlain.find(overBase([`${field}: []`]))).toEqual([{ subject: PROD, message: `It uses ${field}.` }]);
  });
});

describe("kustomizationKeepsIdentity", () => {
  it("accepts labels on objects alone", () => {
    expect(kustomizationKeepsIdentity.find(overBase(["labels: [{ pairs: { a: b }, includeSelectors: false }]"]))).toEqual([]);
  });

  it.each([
    { field: "commonLabels: { a: b }", message: "It uses commonLabels." },
    { field: "namePrefix: a-", message: "It uses namePrefix." },
    { field: "nameSuffix: -a", message: "It uses nameSuffix." },
    { field: "labels: [{ includeSelectors: true }]", message: "Its labels have includeSelectors: true." },
    { field: "labels: [{ includeTemplates: true }]", message: "Its labels have includeTemplates: true." },
    { field: "labels: [{ fields: [{ path: spec/selector }] }]", message: "Its labels go to other fields too." },
    { field: "patches: [{ options: { allowNameChange: true } }]", message: "A patch has the option allowNameChange." },
    { field: "patches: [{ options: { allowKindChange: true } }]", message: "A patch has the option allowKindChange." },
  ])("refuses $field", ({ field, message }) => {
    expect(kustomizationKeepsIdentity.find(overBase([field]))).toEqual([{ subject: PROD, message }]);
  });
});

describe("noFunctions", () => {
  it.each(["config.kubernetes.io/function", "config.k8s.io/function"])("refuses the annotation %s", (key) => {
    const object = (annotation: string) => `kind: X\nmetadata:\n  annotations:\n    ${annotation}: x\n`;

    expect(
      noFunctions.find(
        repositoryOf({ "a.yaml": object(key), "b.yaml": object("acme.io/functions"), "c.yaml": "io/function\n" }),
      ),
    ).toEqual([{ subject: "a.yaml", message: `It has the annotation ${key}.` }]);
  });
});

describe("filesAreUsed", () => {
  it("accepts what a kustomization of an environment, the base or Argo CD takes, and what is for people", () => {
    const tree = overBase(
      ["components: [custom]", "patches: [{ path: a.patch.yaml }]", "configMapGenerator: [{ files: [x=b.yaml] }]"],
      {
        "overlays/prod/a.patch.yaml": "",
        "overlays/prod/b.yaml": "",
        "overlays/prod/custom/kustomization.yml": kustomization("resources: [c.yaml]"),
        "overlays/prod/custom/c.yaml": "",
        "overlays/prod/custom/README.md": "",
        "overlays/prod/custom/.gitkeep": "",
        "overlays/prod/environment.yaml": "",
        "overlays/prod/identity.yaml": "",
        "overlays/prod/generated.sha256": "",
        "base/unused/kustomization.yaml": kustomization("resources: [d.yaml]"),
        "base/unused/d.yaml": "",
        "apps/kustomization.yaml": kustomization("resources: [prod]"),
        "apps/prod/kustomization.yaml": kustomization("resources: [application.yaml]"),
        "apps/prod/application.yaml": "",
        ".github/workflows/ci.yaml": "",
      },
    );

    expect(filesAreUsed.find(tree)).toEqual([]);
  });

  it.each([
    "base/web/x.yaml",
    "overlays/prod/x.yaml",
    "overlays/prod/custom/kustomization.yaml",
    "overlays/prod/custom/environment.yaml",
    "overlays/gone/kustomization.yaml",
    "apps/prod/application.yaml",
  ])("refuses %s, which nothing takes", (path) => {
    expect(filesAreUsed.find(overBase([], { [path]: kustomization() }))).toEqual([
      { subject: path, message: "No kustomization takes it." },
    ]);
  });

  it("comes to an end where kustomizations take one another", () => {
    const tree = repositoryOf({
      "overlays/prod/kustomization.yaml": kustomization("resources: [a]"),
      "overlays/prod/a/kustomization.yaml": kustomization("resources: [..]"),
    });

    expect(filesAreUsed.find(tree)).toEqual([]);
  });
});

describe("applicationFolderExists", () => {
  it("accepts folders with a kustomization, and misses others", () => {
    const application = (folder: string) => `kind: Application\nspec:\n  source:\n    path: ${folder}\n`;
    const tree = overBase([], {
      "apps/prod/application.yaml": application("overlays/prod"),
      "apps/qa/application.yaml": application("overlays/qa"),
      "apps/qa/project.yaml": "kind: AppProject\nspec: {}\n",
    });

    expect(applicationFolderExists.find(tree)).toEqual([
      { subject: "apps/qa/application.yaml", message: "It syncs overlays/qa, which has no kustomization." },
    ]);
  });
});
