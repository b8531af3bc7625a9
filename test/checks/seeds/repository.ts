import { append, custom, put, remove, replace } from "./file-changes.ts";
import type { RepositorySeed } from "./seed.ts";

const ETCD = "overlays/prod/etcd/kustomization.yaml";
const POLICY = "overlays/prod/custom/networkpolicy.yaml";
const OBJECT = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: extra\n";

export const REPOSITORY_SEEDS: readonly RepositorySeed[] = [
  {
    invariant: "no-links",
    title: "a file of custom/ is a link",
    breakIt: put(POLICY, { type: "symlink" }),
  },
  { invariant: "only-files", title: "a pipe stands in custom/", breakIt: put(POLICY, { type: "other" }) },
  { invariant: "files-are-small", title: "a file has 2 MiB", breakIt: put(POLICY, { type: "large", bytes: 2_097_152 }) },
  {
    invariant: "lines-end-alike",
    title: "a file was saved on Windows",
    breakIt: custom("resources:\n  - x.yaml\n", { "x.yaml": OBJECT.replaceAll("\n", "\r\n") }),
  },
  {
    invariant: "last-line-ends",
    title: "the last line has no end",
    breakIt: custom("resources:\n  - x.yaml\n", { "x.yaml": OBJECT.trimEnd() }),
  },
  {
    invariant: "yaml-is-readable",
    title: "a bracket is not closed",
    breakIt: custom("resources: [x.yaml\n", { "x.yaml": OBJECT }),
  },
  {
    invariant: "yaml-is-readable",
    title: "a tag is none that YAML knows",
    breakIt: custom("resources:\n  - x.yaml\n", { "x.yaml": `${OBJECT}data: !include data.yaml\n` }),
  },
  { invariant: "keys-once", title: "a kustomization lists resources twice", breakIt: append(ETCD, "resources:\n  - x.yaml\n") },
  {
    invariant: "keys-once",
    title: "a field of an object is there twice",
    breakIt: custom("resources:\n  - x.yaml\n", { "x.yaml": `${OBJECT}data:\n  a: b\n  "a": c\n` }),
  },
  {
    invariant: "no-aliases",
    title: "an object refers to a part of itself",
    breakIt: custom("resources:\n  - x.yaml\n", { "x.yaml": `${OBJECT}data: &d\n  a: b\nother: *d\n` }),
  },
  {
    invariant: "files-hold-no-secrets",
    title: "the guide shows a token",
    breakIt: append("README.md", `Use ghp_${"a1B2c3D4e5".repeat(4)}.\n`),
  },
  {
    invariant: "files-hold-no-secrets",
    title: "a comment of a kustomization holds a password",
    breakIt: append(ETCD, "# https://admin:hunter2@etcd.example.com\n"),
  },
  {
    invariant: "files-hold-no-secrets",
    title: "a workflow holds a private key",
    breakIt: put(".github/workflows/new.yaml", "env:\n  KEY: |\n    -----BEGIN RSA PRIVATE KEY-----\n"),
  },
  {
    invariant: "kustomization-is-plain",
    title: "a chart is rendered on the way",
    breakIt: custom("helmCharts:\n  - name: milvus\n"),
  },
  {
    invariant: "kustomization-is-plain",
    title: "a plugin changes objects",
    breakIt: append(ETCD, "transformers:\n  - x.yaml\n"),
  },
  {
    invariant: "kustomization-is-plain",
    title: "a Secret is generated, by a field in other letters",
    breakIt: custom("SecretGenerator:\n  - name: x\n    literals: [a=b]\n"),
  },
  { invariant: "kustomization-keeps-identity", title: "all names get a prefix", breakIt: append(ETCD, "namePrefix: prod-\n") },
  {
    invariant: "kustomization-keeps-identity",
    title: "labels go into selectors",
    breakIt: custom("labels:\n  - includeSelectors: true\n    pairs: { team: search }\n"),
  },
  {
    invariant: "kustomization-keeps-identity",
    title: "labels go into claim templates",
    breakIt: custom("labels:\n  - includeTemplates: true\n    pairs: { team: search }\n"),
  },
  {
    invariant: "kustomization-keeps-identity",
    title: "labels go everywhere",
    breakIt: custom("commonLabels: { team: search }\n"),
  },
  {
    invariant: "kustomization-entry-is-here",
    title: "a base is fetched from elsewhere",
    breakIt: custom("resources:\n  - https://github.com/acme/base//etcd?ref=v1\n"),
  },
  {
    invariant: "kustomization-entry-is-here",
    title: "a base is fetched without saying so",
    breakIt: custom("resources:\n  - github.com/acme/base\n"),
  },
  {
    invariant: "kustomization-entry-is-here",
    title: "a resource is outside the repository",
    breakIt: custom("resources:\n  - ../../../../other\n"),
  },
  { invariant: "kustomization-entry-is-here", title: "a patch is missing", breakIt: custom("patches:\n  - path: x.yaml\n") },
  {
    invariant: "kustomization-entry-is-here",
    title: "a file of a ConfigMap is missing",
    breakIt: custom("configMapGenerator:\n  - name: x\n    files: [a=x.yaml]\n"),
  },
  {
    invariant: "kustomization-entry-stays-in-environment",
    title: "an environment takes a folder of another",
    breakIt: custom("resources:\n  - ../../dev/etcd\n"),
  },
  {
    invariant: "kustomization-entry-stays-in-environment",
    title: "an environment takes Argo CD's objects",
    breakIt: custom("resources:\n  - ../../../apps/dev\n"),
  },
  {
    invariant: "kustomization-entry-once",
    title: "a resource is listed twice",
    breakIt: custom("resources:\n  - x.yaml\n  - ./x.yaml\n", { "x.yaml": OBJECT }),
  },
  {
    invariant: "no-kustomize-functions",
    title: "an object is the input of a program",
    breakIt: custom("resources:\n  - x.yaml\n", {
      "x.yaml": `${OBJECT}  annotations:\n    config.kubernetes.io/function: |\n      exec:\n        path: ./x\n`,
    }),
  },
  { invariant: "files-are-used", title: "a file of custom/ is not listed", breakIt: custom("", { "x.yaml": OBJECT }) },
  { invariant: "files-are-used", title: "a patch is not listed", breakIt: put("overlays/prod/etcd/x.patch.yaml", OBJECT) },
  { invariant: "files-are-used", title: "a folder has no kustomization", breakIt: put("base/extra/x.yaml", OBJECT) },
  {
    invariant: "changes-meet-objects",
    title: "a patch is for a kind with a typing mistake",
    breakIt: custom("patches:\n  - target: { kind: Deploymnet, name: milvus-proxy }\n    patch: '[]'\n"),
  },
  {
    invariant: "changes-meet-objects",
    title: "an image is that of nothing",
    breakIt: append(ETCD, "images:\n  - name: quay.io/coreos/etcdd\n    newTag: v3.5.25\n"),
  },
  {
    invariant: "changes-meet-objects",
    title: "a number of replicas is for nothing",
    breakIt: append(ETCD, "replicas:\n  - name: etcdd\n    count: 5\n"),
  },
  {
    invariant: "changes-change-something",
    title: "a patch says what the base says",
    breakIt: custom("patches:\n  - path: x.yaml\n", {
      "x.yaml": "apiVersion: apps/v1\nkind: StatefulSet\nmetadata:\n  name: etcd\nspec:\n  serviceName: etcd-headless\n",
    }),
  },
  {
    invariant: "changes-change-something",
    title: "a number of replicas is that of the base",
    breakIt: append(ETCD, "replicas:\n  - name: etcd\n    count: 3\n"),
  },
  {
    invariant: "application-folder-exists",
    title: "an Application syncs a folder that is not there",
    breakIt: replace("apps/prod/application.yaml", "path: overlays/prod", "path: overlays/production"),
  },
  {
    invariant: "generated-files-listed",
    title: "somebody put a file among the generated ones",
    breakIt: put("base/etcd/extra.yaml", OBJECT),
  },
  {
    invariant: "generated-files-listed",
    title: "a manifest is missing",
    breakIt: remove("apps/prod/generated.sha256"),
  },
  {
    invariant: "headers-true",
    title: "a generated file names another file",
    breakIt: replace(ETCD, "overlays/prod/environment.yaml", "overlays/dev/environment.yaml"),
  },
  { invariant: "headers-true", title: "a generated guide has no header", breakIt: replace("base/README.md", /^.*\n/, "") },
  { invariant: "environment-has-owners", title: "there is no CODEOWNERS", breakIt: remove(".github/CODEOWNERS") },
  {
    invariant: "environment-has-owners",
    title: "a later rule gives production to somebody else",
    breakIt: append(".github/CODEOWNERS", "/overlays/ @acme/everyone\n"),
  },
  {
    invariant: "environment-has-owners",
    title: "an owner of production is missing",
    breakIt: replace(".github/CODEOWNERS", "/apps/prod/ @acme/platform @acme/search\n", "/apps/prod/ @acme/search\n"),
  },
];
