import { describe, expect, it } from "vitest";
import { changesChangeSomething, changesMeetObjects } from "../../../generator/checks/repository/effective-entries.ts";
import { effectsOf } from "../../../generator/checks/repository/effects.ts";
import { kustomization, overBase, repositoryOf } from "./tree.ts";

const PROD = "overlays/prod/kustomization.yaml";
const HEAD = "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\n";
const CONTAINERS = `${HEAD}spec:\n  template:\n    spec:\n      containers:\n        - name: web\n`;

describe("a patch", () => {
  it.each([
    { what: "another value", patch: `${HEAD}spec:\n  replicas: 5\n`, outcome: "changes" },
    { what: "the same value", patch: `${HEAD}spec:\n  replicas: 3\n`, outcome: "changes nothing" },
    { what: "a label more", patch: `${HEAD}  labels:\n    team: search\n`, outcome: "changes" },
    { what: "a label that is there", patch: `${HEAD}  labels:\n    app: web\n`, outcome: "changes nothing" },
    { what: "nothing but a name", patch: HEAD, outcome: "changes nothing" },
    { what: "a field that goes", patch: `${HEAD}spec:\n  replicas: null\n`, outcome: "changes" },
    { what: "a field that was never there", patch: `${HEAD}spec:\n  strategy: null\n`, outcome: "changes nothing" },
    {
      what: "an item that is there",
      patch: `${CONTAINERS}          ports: [{ containerPort: 80 }]\n`,
      outcome: "changes nothing",
    },
    { what: "an item more", patch: `${CONTAINERS}          ports: [{ containerPort: 81 }]\n`, outcome: "changes" },
    {
      what: "an item that goes",
      patch: `${CONTAINERS}          ports: [{ $patch: delete, containerPort: 80 }]\n`,
      outcome: "changes",
    },
    {
      what: "an item that was never there",
      patch: `${CONTAINERS}          ports: [{ $patch: delete, containerPort: 81 }]\n`,
      outcome: "changes nothing",
    },
    { what: "a list of other values", patch: `${CONTAINERS}          args: [a]\n`, outcome: "changes" },
    { what: "a list of the same values", patch: `${CONTAINERS}          args: [a, b]\n`, outcome: "changes nothing" },
    { what: "the object itself, which goes", patch: `$patch: delete\n${HEAD}`, outcome: "changes" },
    { what: "a JSON patch", patch: "[{ op: replace, path: /spec/replicas, value: 3 }]", outcome: "meets nothing" },
    { what: "another name", patch: HEAD.replace("web", "web-2"), outcome: "meets nothing" },
    { what: "another kind", patch: HEAD.replace("Deployment", "StatefulSet"), outcome: "meets nothing" },
    { what: "another API group", patch: HEAD.replace("apps/v1", "v1"), outcome: "meets nothing" },
  ])("of $what $outcome", ({ patch, outcome }) => {
    const tree = overBase(["patches: [{ path: x.yaml }]"], { "overlays/prod/x.yaml": patch });

    expect(effectsOf(tree)).toEqual([{ path: PROD, what: "patch", label: "x.yaml", outcome }]);
  });

  it.each([
    { operation: "{ op: replace, path: /spec/replicas, value: 5 }", outcome: "changes" },
    { operation: "{ op: replace, path: /spec/replicas, value: 3 }", outcome: "changes nothing" },
    { operation: "{ op: add, path: /metadata/labels/a~1b, value: c }", outcome: "changes" },
    { operation: "{ op: add, path: /spec/template/spec/containers/0/args/-, value: c }", outcome: "changes" },
    { operation: "{ op: replace, path: /spec/template/spec/containers/0/args/0, value: a }", outcome: "changes nothing" },
    { operation: "{ op: remove, path: /metadata/labels }", outcome: "changes" },
    { operation: "{ op: copy, from: /metadata/name, path: /metadata/labels/app }", outcome: "changes nothing" },
    { operation: "{ op: move, from: /metadata/labels/app, path: /metadata/labels/b }", outcome: "changes" },
    { operation: "{ op: test, path: /spec/replicas, value: 3 }", outcome: "changes nothing" },
  ])("of the operation $operation $outcome", ({ operation, outcome }) => {
    const fields = `patches: [{ target: { kind: Deployment, name: "w.*" }, path: x.yaml }]`;

    expect(effectsOf(overBase([fields], { "overlays/prod/x.yaml": `[${operation}]\n` }))).toEqual([
      { path: PROD, what: "patch", label: "x.yaml", outcome },
    ]);
  });

  it.each([
    { target: "{ kind: Deployment }", outcome: "changes" },
    { target: "{ group: apps, name: we }", outcome: "meets nothing" },
    { target: '{ name: "we|web" }', outcome: "changes" },
    { target: '{ name: "(" }', outcome: "changes" },
    { target: "{ labelSelector: app=web }", outcome: "changes" },
  ])("for $target $outcome", ({ target, outcome }) => {
    const fields = ["patches:", `  - target: ${target}`, "    patch: '[{ op: remove, path: /spec/replicas }]'"];

    expect(effectsOf(overBase(fields)).map((effect) => effect.outcome)).toEqual([outcome]);
  });

  it("is told by its file, or by what it is for", () => {
    const fields = [
      "patches:",
      "  - target: { kind: Job }",
      "    patch: '[]'",
      "patchesStrategicMerge:",
      "  - |",
      ...HEAD.replace("web", "web-2")
        .trimEnd()
        .split("\n")
        .map((line) => `    ${line}`),
    ];

    expect(changesMeetObjects.find(overBase(fields))).toEqual([
      { subject: PROD, message: "The patch for Deployment web-2 is for no object of the environment." },
      { subject: PROD, message: "The patch for Job of any name is for no object of the environment." },
    ]);
  });

  it("of custom/ is held against what the environment has made of the base", () => {
    const custom = (replicas: number) =>
      overBase(["components: [custom]"], {
        "base/web/x.yaml": `${HEAD}spec:\n  replicas: 5\n`,
        "base/web/kustomization.yaml": kustomization("resources: [deployment.yaml]", "patches: [{ path: x.yaml }]"),
        "overlays/prod/custom/kustomization.yaml": kustomization("patches: [{ path: x.yaml }]"),
        "overlays/prod/custom/x.yaml": `${HEAD}spec:\n  replicas: ${replicas}\n`,
      });

    expect(changesChangeSomething.find(custom(3))).toEqual([]);
    expect(changesChangeSomething.find(custom(5))).toEqual([
      { subject: "overlays/prod/custom/kustomization.yaml", message: "The patch x.yaml changes nothing." },
    ]);
  });

  it("may be for a ConfigMap that is generated, by its name before the hash", () => {
    const patch = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: config\ndata: { a: b }\n";
    const fields = ["patches: [{ path: x.yaml }]", "configMapGenerator: [{ name: config, literals: [a=c] }]"];

    expect(effectsOf(overBase(fields, { "overlays/prod/x.yaml": patch })).map(({ outcome }) => outcome)).toEqual(["changes"]);
  });

  it("replaces whole lists of kinds that are not built in", () => {
    const object = (list: string) => `apiVersion: acme.com/v1\nkind: X\nmetadata:\n  name: x\nspec:\n  ports: ${list}\n`;
    const outcomes = ["[{ port: 1 }]", "[{ port: 1 }, { port: 2 }]"].map((list) =>
      effectsOf(
        repositoryOf({
          "overlays/prod/kustomization.yaml": kustomization("resources: [x.yaml]", "patches: [{ path: y.yaml }]"),
          "overlays/prod/x.yaml": object("[{ port: 1 }, { port: 2 }]"),
          "overlays/prod/y.yaml": object(list),
        }),
      ).map(({ outcome }) => outcome),
    );

    expect(outcomes).toEqual([["changes"], ["changes nothing"]]);
  });
});

describe("an image entry", () => {
  it.each([
    { entry: "{ name: registry.example.com:5000/web, newTag: '2' }", outcome: "changes" },
    { entry: "{ name: registry.example.com:5000/web, newName: quay.io/web }", outcome: "changes" },
    { entry: "{ name: registry.example.com:5000/web, newTag: '1' }", outcome: "changes" },
    {
      entry: `{ name: registry.example.com:5000/web, newTag: '1', digest: "sha256:${"0".repeat(64)}" }`,
      outcome: "changes nothing",
    },
    { entry: "{ name: registry.example.com:5000/web }", outcome: "changes nothing" },
    { entry: "{ name: web, newTag: '2' }", outcome: "meets nothing" },
  ])("$entry $outcome", ({ entry, outcome }) => {
    expect(effectsOf(overBase([`images: [${entry}]`])).map((effect) => effect.outcome)).toEqual([outcome]);
  });
});

describe("a number of replicas", () => {
  it.each([
    { entry: "{ name: web, count: 5 }", messages: [] },
    { entry: "{ name: web, count: 3 }", messages: ["The number of replicas of web changes nothing."] },
    { entry: "{ name: we, count: 3 }", messages: ["The number of replicas of we is for no object of the environment."] },
  ])("of $entry", async ({ entry, messages }) => {
    const tree = overBase([`replicas: [${entry}]`]);

    expect([...(await changesMeetObjects.find(tree)), ...(await changesChangeSomething.find(tree))]).toEqual(
      messages.map((message) => ({ subject: PROD, message })),
    );
  });
});

it("what cannot be read changes nothing and stops nothing", () => {
  const fields = ["patches: [{ path: x.yaml }, { path: y.yaml }, 1, { patch: 5 }]", "images: [1, {}]", "replicas: x"];
  const tree = overBase([...fields, "components: [.]"], {
    "overlays/prod/x.yaml": "text\n",
    "overlays/prod/deployment.yaml": "[1]\n",
  });

  expect(effectsOf(tree).map(({ label, outcome }) => `${label} ${outcome}`)).toEqual(["undefined meets nothing"]);
});
