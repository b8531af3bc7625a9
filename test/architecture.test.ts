import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix, relative } from "node:path";
import { describe, expect, it } from "vitest";

const GENERATOR = join(import.meta.dirname, "..", "generator");

/** What the files of a folder may import: other folders, packages, and `node:` for all of Node. Their own folder is always allowed. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  errors: [],
  "own-marks": [],
  config: ["errors", "yaml", "zod"],
  model: ["errors", "config"],
  kubernetes: ["model"],
  components: ["kubernetes", "model"],
  kustomize: ["kubernetes", "model", "node:crypto"],
  argocd: ["kubernetes", "model"],
  logging: ["kubernetes", "model", "kustomize"],
  identity: ["config", "kubernetes", "model"],
  documents: ["errors", "yaml", "handlebars"],
  checks: [
    "kubernetes",
    "model",
    "kubernetes-models",
    "@kubernetes-models/argo-cd",
    "@kubernetes-models/external-secrets",
    "@kubernetes-models/gateway-api",
    "@kubernetes-models/prometheus-operator",
  ],
  changes: ["kubernetes", "model", "diff", "yaml"],
  github: [
    "errors",
    "own-marks",
    "@octokit/auth-app",
    "@octokit/plugin-retry",
    "@octokit/plugin-throttling",
    "@octokit/rest",
    "node:crypto",
  ],
  system: ["errors", "own-marks", "node:"],
  commands: [
    "errors",
    "config",
    "model",
    "kubernetes",
    "components",
    "kustomize",
    "argocd",
    "logging",
    "identity",
    "documents",
    "checks",
    "changes",
    "github",
    "system",
    "@clack/prompts",
  ],
  main: ["errors", "commands", "commander"],
};

const files = readdirSync(GENERATOR, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));

describe("the folders of generator/", () => {
  it.each(Object.keys(MAY_IMPORT))("%s imports only what it may", (folder) => {
    const ofFolder = files.filter((file) => folderOf(file) === folder);
    const offences = ofFolder.flatMap((file) =>
      imports(file)
        .filter((target) => target !== folder && !allowed(folder, target))
        .map((target) => `${file} imports ${target}`),
    );

    expect(ofFolder).not.toEqual([]);
    expect(offences).toEqual([]);
  });

  it("are all in the table", () => {
    expect([...new Set(files.map(folderOf))].sort()).toEqual(Object.keys(MAY_IMPORT).sort());
  });

  it("holds components that know nothing of each other", () => {
    const offences = files
      .filter((file) => /^components\/\w+\//.test(file))
      .flatMap((file) =>
        sources(file)
          .filter((source) => source.startsWith("../../") === false && source.startsWith("../"))
          .map((source) => posix.normalize(posix.join(posix.dirname(file), source)))
          .filter((target) => target !== "components/component.ts" && target.split("/")[1] !== file.split("/")[1])
          .map((target) => `${file} imports ${target}`),
      );

    expect(offences).toEqual([]);
  });

  it("keep to files of 250 lines, half of them of 60 or fewer", () => {
    const lengths = files.map((file) => ({ file, lines: read(file).split("\n").length - 1 }));
    const sorted = lengths.map(({ lines }) => lines).sort((a, b) => a - b);

    expect(lengths.filter(({ lines }) => lines > 250)).toEqual([]);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(60);
  });
});

function folderOf(file: string): string {
  const [first = ""] = file.split("/");
  return first.replace(/(?:\.d)?\.ts$/, "");
}

function imports(file: string): string[] {
  return sources(file).map((source) => (source.startsWith(".") ? inside(file, source) : packageOf(source)));
}

function sources(file: string): string[] {
  return [...read(file).matchAll(/(?:\sfrom\s*|import\()"([^"]+)"/g)].map(([, source]) => source ?? "");
}

function inside(file: string, source: string): string {
  return folderOf(relative(GENERATOR, join(GENERATOR, dirname(file), source)));
}

function packageOf(source: string): string {
  return source.startsWith("node:") ? source : source.split("/", source.startsWith("@") ? 2 : 1).join("/");
}

function allowed(folder: string, target: string): boolean {
  return (MAY_IMPORT[folder] ?? []).some((entry) => target === entry || (entry.endsWith(":") && target.startsWith(entry)));
}

function read(file: string): string {
  return readFileSync(join(GENERATOR, file), "utf8");
}
