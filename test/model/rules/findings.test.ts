import { describe, expect, it } from "vitest";
import { loadConfig } from "../../../generator/config/index.ts";
import type { Finding } from "../../../generator/errors.ts";
import { resolveConfig } from "../../../generator/model/index.ts";

const HEAD = "apiVersion: gitops.milvus.dev/v1alpha1\n";
const PLATFORM = `${HEAD}kind: Platform
repository: { url: "https://github.com/acme/gitops", branch: main }
argocd: { namespace: argocd, version: "3.5" }
profiles:
  big:
    extends: production
`;

describe("findings about many environments", () => {
  it("tell once what a profile says wrong, where it says it", () => {
    const told = errors(`${PLATFORM}    etcd: { replicas: 4 }\n`, { a: "profile: big\n", b: "profile: big\n" });

    expect(told).toEqual(["gitops.yaml:8:23 E_QUORUM profiles.big.etcd.replicas"]);
  });

  it("tell every environment that says it itself", () => {
    const file = "profile: big\netcd: { replicas: 4 }\n";

    expect(errors(PLATFORM, { a: file, b: file })).toEqual([
      "overlays/a/environment.yaml:4:19 E_QUORUM etcd.replicas",
      "overlays/b/environment.yaml:4:19 E_QUORUM etcd.replicas",
    ]);
  });

  it("tell every environment what it lacks, because each must add it", () => {
    const file = "profile: big\nexposure: { type: NodePort }\n";

    expect(errors(PLATFORM, { a: file, b: file })).toEqual([
      "overlays/a/environment.yaml:4:1 E_SHAPE exposure.nodePort",
      "overlays/b/environment.yaml:4:1 E_SHAPE exposure.nodePort",
    ]);
  });

  it("warn of a default once, and count who else has it", () => {
    const told = findings(PLATFORM, { a: "profile: big\n", b: "profile: big\n", c: "profile: production\n" });
    const digest = told.find(({ path }) => path === "milvus.image.digest");

    expect(digest?.severity).toBe("warning");
    expect(digest?.location.file).toBe("overlays/a/environment.yaml");
    expect(digest?.reason).toBe(
      "A tag can be moved, so two nodes could run different images. The same holds for 2 other environments.",
    );
    expect(told.filter(({ path }) => path === "milvus.image.digest")).toHaveLength(1);
  });
});

describe("fields of a profile that nothing reads", () => {
  const platform = `${PLATFORM}    messageQueue: { kafka: { saslMechanism: PLAIN } }\n`;
  const kafka = "profile: big\nmessageQueue: { type: kafka, kafka: { brokers: [kafka.example.com:9093] } }\n";

  it("are warned of when no environment of the profile does", () => {
    const told = findings(platform, { a: "profile: big\n", b: "profile: production\n" });

    expect(told.filter(({ code }) => code === "E_UNUSED").map(briefly)).toEqual([
      "gitops.yaml:8:21 E_UNUSED profiles.big.messageQueue.kafka",
    ]);
  });

  it("are fine when one environment of the profile does", () => {
    const told = findings(platform, { a: "profile: big\n", b: kafka });

    expect(told.filter(({ code }) => code === "E_UNUSED")).toEqual([]);
  });

  it("are not judged while an environment cannot be read", () => {
    const told = findings(platform, { a: "profile: big\n", b: "profile: [\n" });

    expect(told.filter(({ code }) => code === "E_UNUSED")).toEqual([]);
  });
});

describe("a digest from a profile", () => {
  const image = (tag: string) => `milvus: { image: { tag: ${tag}, digest: "sha256:${"4".repeat(64)}" } }`;

  it("goes with the tag of its own layer", () => {
    expect(errors(`${PLATFORM}    ${image("v2.6.20")}\n`, { a: "profile: big\n" })).toEqual([]);
  });

  it.each([
    ["a version", 'milvus: { version: "2.6.20" }', "overlays/a/environment.yaml:4:20 E_IMAGE milvus.version"],
    [
      "a repository",
      "milvus: { image: { repository: quay.io/a/b } }",
      "overlays/a/environment.yaml:4:32 E_IMAGE milvus.image.repository",
    ],
  ])("is refused under %s that an environment names over it", (_, own, expected) => {
    expect(errors(`${PLATFORM}    ${image("v2.6.20")}\n`, { a: `profile: big\n${own}\n` })).toEqual([expected]);
  });

  it("is refused under a tag of a profile that extends its own", () => {
    const platform = `${PLATFORM}    ${image("v2.6.20")}\n  new: { extends: big, milvus: { image: { tag: v2.6.20-gpu } } }\n`;

    expect(errors(platform, { a: "profile: new\n" })).toEqual(["gitops.yaml:9:48 E_IMAGE profiles.new.milvus.image.tag"]);
  });
});

function errors(platform: string, environments: Readonly<Record<string, string>>): string[] {
  return findings(platform, environments)
    .filter(({ severity }) => severity === "error")
    .map(briefly);
}

function findings(platform: string, environments: Readonly<Record<string, string>>): readonly Finding[] {
  const encode = (text: string) => new TextEncoder().encode(text);
  const loaded = loadConfig({
    platform: { path: "gitops.yaml", bytes: encode(platform) },
    environments: Object.entries(environments).map(([name, text]) => ({
      name,
      file: { path: `overlays/${name}/environment.yaml`, bytes: encode(`${HEAD}kind: Environment\n${text}`) },
      custom: undefined,
    })),
  });
  if (loaded.config === undefined) throw new Error(JSON.stringify(loaded.findings));
  return resolveConfig(loaded.config).findings;
}

function briefly({ location, code, path }: Finding): string {
  return `${location.file}:${location.line}:${location.column} ${code} ${path}`;
}
