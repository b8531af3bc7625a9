import { describe, expect, it } from "vitest";
import { type EnvironmentConfig, loadConfig, type Sources } from "../../generator/config/index.ts";

const PLATFORM = `apiVersion: gitops.milvus.dev/v1alpha1
kind: Platform
repository:
  url: https://github.com/acme/milvus-gitops
  branch: main
argocd:
  namespace: argocd
  version: "3.5"
profiles:
  big:
    extends: production
    etcd:
      replicas: 5
    labels:
      team: search
  bigger:
    extends: big
    milvus:
      roles:
        queryNode:
          replicas: 8
`;

const PROD = `apiVersion: gitops.milvus.dev/v1alpha1
kind: Environment
profile: bigger
namespace: vectors
etcd:
  storage:
    size: 20Gi
labels:
  stage: prod
exposure:
  sourceRanges: [10.0.0.0/8]
`;

describe("loadConfig", () => {
  it("merges defaults, profiles and the file, and keeps the file as it was written", () => {
    const prod = onlyEnvironment(sources({ prod: PROD }));

    expect(prod.settings.etcd).toMatchObject({ mode: "internal", replicas: 5, storage: { size: "20Gi" } });
    expect(prod.settings.labels).toEqual({ team: "search", stage: "prod" });
    expect(prod.settings).not.toHaveProperty("namespace");
    expect(prod.file).toMatchObject({ namespace: "vectors", labels: { stage: "prod" } });
    expect(prod.profile.base).toBe("production");
  });

  it.each([
    [
      "said in the file",
      ["etcd", "storage", "size"],
      "overlays/prod/environment.yaml:7:11",
      "etcd.storage.size",
      "environment",
    ],
    [
      "an item of a list",
      ["exposure", "sourceRanges", 0],
      "overlays/prod/environment.yaml:11:18",
      "exposure.sourceRanges[0]",
      "environment",
    ],
    ["a block, at its key", ["etcd", "storage"], "overlays/prod/environment.yaml:6:3", "etcd.storage", "environment"],
    [
      "said by the profile",
      ["milvus", "roles", "queryNode", "replicas"],
      "gitops.yaml:21:21",
      "profiles.bigger.milvus.roles.queryNode.replicas",
      "profile",
    ],
    ["said by the profile it extends", ["etcd", "replicas"], "gitops.yaml:13:17", "profiles.big.etcd.replicas", "profile"],
    [
      "a default beside others",
      ["etcd", "quotaBackendBytes"],
      "overlays/prod/environment.yaml:5:1",
      "etcd.quotaBackendBytes",
      "built-in",
    ],
    [
      "a default of an unsaid section",
      ["secrets", "provider"],
      "overlays/prod/environment.yaml:1:1",
      "secrets.provider",
      "built-in",
    ],
    ["a field of the environment alone", ["namespace"], "overlays/prod/environment.yaml:4:12", "namespace", "environment"],
  ] as const)("finds where a person changes a value: %s", (_, path, place, field, saidBy) => {
    const prod = onlyEnvironment(sources({ prod: PROD }));

    const { location, ...found } = prod.place(path);

    expect(`${location.file}:${location.line}:${location.column}`).toBe(place);
    expect(found).toEqual({ field });
    expect(prod.origin(path).saidBy).toBe(saidBy);
    expect(prod.locate(path)).toEqual(location);
  });

  it("tells every problem of every file at once", () => {
    const { config, findings } = loadConfig(
      sources(
        { a: PROD.replace("bigger", "biger"), b: PROD.replace("20Gi", "20GB"), c: PROD },
        PLATFORM.replace("extends: big\n", "extends: bik\n"),
      ),
    );

    expect(findings.map(({ location, code }) => `${location.file}:${location.line} ${code}`)).toEqual([
      "gitops.yaml:17 E_REF",
      "overlays/b/environment.yaml:7 E_RANGE",
      "overlays/a/environment.yaml:3 E_REF",
    ]);
    expect(config?.environments).toEqual([]);
    expect(config?.isComplete).toBe(false);
  });

  it("goes on with the environments that are right", () => {
    const { config } = loadConfig(sources({ a: "kind: Environment\n", b: PROD }));

    expect(config?.environments.map(({ name }) => name)).toEqual(["b"]);
    expect(config?.isComplete).toBe(false);
  });

  it("has no environments without folders, and gives nothing without a platform", () => {
    expect(loadConfig(sources({}))).toMatchObject({ config: { environments: [], isComplete: true }, findings: [] });
    expect(loadConfig(sources({ prod: PROD }, "kind: Platform\n")).config).toBeUndefined();
  });

  it("shares the settings of a profile among environments that add nothing", () => {
    const text = "apiVersion: gitops.milvus.dev/v1alpha1\nkind: Environment\nprofile: big\n";

    const { config } = loadConfig(sources({ a: text, b: text }));
    const [a, b] = config?.environments ?? [];

    expect(a?.settings).toBe(b?.settings);
  });
});

function sources(files: Readonly<Record<string, string>>, platform = PLATFORM): Sources {
  const encode = (text: string) => new TextEncoder().encode(text);
  return {
    platform: { path: "gitops.yaml", bytes: encode(platform) },
    environments: Object.entries(files).map(([name, text]) => ({
      name,
      file: { path: `overlays/${name}/environment.yaml`, bytes: encode(text) },
      custom: undefined,
    })),
  };
}

function onlyEnvironment(from: Sources): EnvironmentConfig {
  const { config, findings } = loadConfig(from);
  expect(findings).toEqual([]);
  const [environment] = config?.environments ?? [];
  if (environment === undefined) throw new Error("There is no environment.");
  return environment;
}
