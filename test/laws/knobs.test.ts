import { describe, expect, it } from "vitest";
import { planRepository } from "../../generator/commands/plan.ts";
import { JSON_SCHEMAS } from "../../generator/config/json-schema.ts";
import { merge } from "../../generator/config/merge.ts";
import { environmentFile, PLATFORM, sourcesOf } from "../support/repository.ts";
import { leaves } from "../support/schema-leaves.ts";
import { CONTEXTS } from "./knob-contexts.ts";
import { KNOBS, type KnobValues } from "./knob-values.ts";

/** Leaves that have one value, or change no file whatever their value is. */
const NO_KNOBS: Readonly<Record<string, string>> = {
  apiVersion: "names the format",
  kind: "names the format",
  "messageQueue.pulsar.standalone.replicas": "can only be 1, so that a profile which says another number is refused",
  "images.allowedRegistries[]": "refuses images, and changes none",
  "gates.health": "holds a pull request back, and changes nothing in it",
  "gates.soak": "holds a pull request back, and changes nothing in it",
  "gates.checks[]": "holds a pull request back, and changes nothing in it",
  "pullRequests.draft": "is how pull requests look, and changes nothing in them",
  "pullRequests.labels[]": "is how pull requests look, and changes nothing in them",
  "pullRequests.reviewers[]": "is who is asked for a review, and changes nothing in it",
  "pullRequests.assignees[]": "is who looks after a pull request, and changes nothing in it",
  "pullRequests.autoMerge": "is how pull requests are merged, and changes nothing in them",
  "addons.logging.cluster.name": "must be the cluster of an environment",
  "addons.logging.cluster.server": "must be the cluster of an environment",
  "acknowledge[].change": "lets a change pass, and makes none",
  "acknowledge[].from": "lets a change pass, and makes none",
  "acknowledge[].to": "lets a change pass, and makes none",
  "acknowledge[].reason": "is for those who review",
  "suppressions[].invariant": "accepts what validate finds, and makes nothing",
  "suppressions[].object": "accepts what validate finds, and makes nothing",
  "suppressions[].reason": "is for those who review",
};

const PROFILE = "profiles.*.";
const ENVIRONMENT_LEAVES = leaves(JSON_SCHEMAS.environment);
const PLATFORM_LEAVES = leaves(JSON_SCHEMAS.platform);
const PROFILE_LEAVES = PLATFORM_LEAVES.filter((leaf) => leaf.startsWith(PROFILE)).map((leaf) => leaf.slice(PROFILE.length));

/** Both values of what gitops.yaml says about no environment; written into a repository of the environments `one` and `other`. */
const PLATFORM_KNOBS: Readonly<Record<string, readonly [unknown, unknown]>> = {
  "repository.url": ["https://github.com/acme/one.git", "https://github.com/acme/other.git"],
  "repository.branch": ["main", "live"],
  "argocd.namespace": ["argocd", "gitops"],
  "argocd.version": ["3.0", "3.5"],
  "images.mirrors.*": [{ "quay.io": "one.example.com/quay" }, { "quay.io": "other.example.com/quay" }],
  "promotion[]": [
    ["one", "other"],
    ["other", "one"],
  ],
  "addons.prometheus.cluster.name": ["eu-1", "eu-2"],
  "addons.prometheus.cluster.server": ["https://one.example.com", "https://two.example.com"],
  "addons.prometheus.namespace": ["one", "other"],
  "addons.prometheus.version": ["88.5.2", "88.5.3"],
  "addons.prometheus.values.*": [{ grafana: { replicas: 1 } }, { grafana: { replicas: 2 } }],
  "addons.logging.namespace": ["logs", "logging"],
  "addons.logging.retentionDays": [7, 30],
  "addons.logging.version": ["8.19.20", "8.19.21"],
  "addons.logging.operator.enabled": [true, false],
  "addons.logging.operator.namespace": ["elastic", "eck"],
  "addons.logging.operator.version": ["3.4.1", "3.5.0"],
  "addons.logging.operator.values.*": [{ replicaCount: 1 }, { replicaCount: 2 }],
  "addons.logging.elasticsearch.nodes": [1, 3],
  "addons.logging.elasticsearch.storage.size": ["50Gi", "100Gi"],
  "addons.logging.elasticsearch.storage.storageClass": ["fast", "slow"],
  "addons.logging.fluentd.image.repository": ["fluent/fluentd-kubernetes-daemonset", "acme/fluentd"],
  "addons.logging.fluentd.image.tag": ["v1.19.3-debian-elasticsearch8-1.0", "v1.19.3-debian-elasticsearch8-1.1"],
  "addons.logging.fluentd.image.digest": [`sha256:${"1".repeat(64)}`, `sha256:${"2".repeat(64)}`],
  "addons.logging.fluentd.buffer": ["1Gi", "2Gi"],
  ...Object.fromEntries(["elasticsearch", "kibana", "fluentd"].flatMap(resourceKnobs)),
  "addons.logging.existing.url": ["https://one.example.com:9200", "https://two.example.com/logs"],
  "addons.logging.existing.secretName": ["one", "other"],
  "addons.logging.existing.caSecretName": ["one", "other"],
  "owners[]": [["@acme/one"], ["@acme/other"]],
  "notifications.github": ["off", "on"],
  "profiles.*.extends": [{ own: { extends: "development" } }, { own: { extends: "production" } }],
};

/** What gitops.yaml must say for a leaf to be allowed, by the beginning of the leaf. */
const PLATFORM_CONTEXTS: Readonly<Record<string, object>> = {
  "addons.logging.existing.": { addons: { logging: { existing: { url: "https://logs.example.com", secretName: "logs" } } } },
};

/** Requests below the limits of the defaults, and limits above their requests. */
function resourceKnobs(program: string): [string, readonly [unknown, unknown]][] {
  const at = `addons.logging.${program}.resources`;
  return [
    [`${at}.requests.cpu`, ["200m", "300m"]],
    [`${at}.requests.memory`, ["200Mi", "300Mi"]],
    [`${at}.requests.ephemeral-storage`, ["16Mi", "32Mi"]],
    [`${at}.limits.cpu`, ["3", "4"]],
    [`${at}.limits.memory`, ["5Gi", "6Gi"]],
    [`${at}.limits.ephemeral-storage`, ["2Gi", "3Gi"]],
  ];
}

describe("every value that a person can write changes a generated file", () => {
  it("in environment.yaml", { timeout: 300_000 }, () => {
    expect(withoutEffect(ENVIRONMENT_LEAVES, (own) => filesOf({ one: environmentFile("production", own) }))).toEqual([]);
  });

  it("in a profile of gitops.yaml", { timeout: 300_000 }, () => {
    const settings = PROFILE_LEAVES.filter((leaf) => leaf !== "extends");
    const files = (own: object) =>
      filesOf({ one: environmentFile("own") }, { profiles: { own: { extends: "production", ...own } } });
    expect(withoutEffect(settings, files)).toEqual([]);
  });

  it("in the rest of gitops.yaml", () => {
    const rest = PLATFORM_LEAVES.filter((leaf) => !leaf.startsWith(PROFILE) || leaf === `${PROFILE}extends`);
    expect(Object.keys({ ...PLATFORM_KNOBS, ...NO_KNOBS })).toEqual(expect.arrayContaining(rest));
    const same = Object.entries(PLATFORM_KNOBS).filter(([leaf, values]) => {
      const context = Object.entries(PLATFORM_CONTEXTS).find(([start]) => leaf.startsWith(start))?.[1] ?? {};
      const files = values.map((value) => platformFiles(merge<object>(context, nest(whole(leaf), value))));
      return isSame(files[0], files[1]);
    });
    expect(same).toEqual([]);
  });
});

type Files = ReadonlyMap<string, string>;

function platformFiles(platform: object): Files {
  const profile = "profiles" in platform ? "own" : "production";
  return filesOf({ one: environmentFile(profile), other: environmentFile(profile) }, platform);
}

/** What is wrong with the leaves, or with their rows in the tables. */
function withoutEffect(all: readonly string[], files: (settings: object) => Files): string[] {
  return all
    .filter((leaf) => !(leaf in NO_KNOBS))
    .flatMap((leaf) => {
      const row = KNOBS.find((one) => leaf === one.leaf || leaf.endsWith(`.${one.leaf}`));
      return row === undefined ? [`${leaf} has no row`] : effect(leaf, row, files);
    });
}

/** Of a map of sections one is looked at, by a name. */
function effect(leaf: string, row: KnobValues, files: (settings: object) => Files): string[] {
  return effectOf(leaf.replace(".*.", ".one."), row, files);
}

function effectOf(leaf: string, { values, at = whole(leaf) }: KnobValues, files: (settings: object) => Files): string[] {
  const context = CONTEXTS.find(([start]) => leaf === start || leaf.startsWith(`${start}.`) || leaf.startsWith(`${start}[`));
  try {
    const [one, other] = values.map((value) => files(merge<object>(context?.[1] ?? {}, nest(at, value))));
    return isSame(one, other) ? [`${leaf} changes no file`] : [];
  } catch (error) {
    return [`${leaf}: ${String(error)}`];
  }
}

/** Guides count for nothing: they tell what the other files do. */
function isSame(one: Files | undefined, other: Files | undefined): boolean {
  const text = (files: Files = new Map()) =>
    [...files].filter(([path]) => !path.startsWith("overlays/") || !path.endsWith(".md"));
  return JSON.stringify(text(one)) === JSON.stringify(text(other));
}

function filesOf(environments: Readonly<Record<string, object>>, platform: object = {}): Files {
  const { plan, findings } = planRepository(sourcesOf(environments, merge<object>(PLATFORM, platform)));
  if (plan === undefined) throw new Error(findings.map(({ path, message }) => `${path}: ${message}`).join(" "));
  return plan.files;
}

/** The list or map that a leaf belongs to, or the leaf itself. */
function whole(leaf: string): string {
  return leaf.replace(/(?:\[\]|\.\*).*$/, "");
}

function nest(path: string, value: unknown): object {
  return path.split(".").reduceRight<unknown>((inner, name) => ({ [name]: inner }), value) as object;
}
