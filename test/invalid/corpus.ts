import { readdirSync, readFileSync } from "node:fs";
import { loadConfig, type SourceEnvironment, type Sources } from "../../generator/config/index.ts";
import type { Finding } from "../../generator/errors.ts";
import { resolveConfig } from "../../generator/model/index.ts";

/** A mistake and the one finding it must lead to. */
export interface Expected {
  readonly severity: string;
  readonly code: string;
  readonly path: string;
  readonly line: number;
}

export interface Fixture {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly expected: Expected;
}

const FOLDER = new URL("./", import.meta.url);
const HEAD = /^# expect: (?:(warning) )?(E_[A-Z]+)(?: (.+))? \(line (\d+)\)$/;

export function readFixtures(): Fixture[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => {
      const text = readFileSync(new URL(name, FOLDER), "utf8");
      const [, severity = "error", code = "", path = "", line = "0"] = HEAD.exec(text.split("\n", 1).join()) ?? [];
      return { name, bytes: new TextEncoder().encode(text), expected: { severity, code, path, line: Number(line) } };
    });
}

/** The fixture's file; the valid files around it have other names. */
export const FIXTURE = "overlays/fixture/environment.yaml";
export const PLATFORM = "gitops.yaml";

/** An environment among valid ones. */
export function withEnvironment(bytes: Uint8Array): Sources {
  return {
    platform: { path: PLATFORM, bytes: valid("gitops") },
    environments: [environment("large", valid("large")), environment("small", valid("small")), environment("fixture", bytes)],
  };
}

/** A platform over a valid environment that uses none of its profiles. */
export function withPlatform(bytes: Uint8Array): Sources {
  return { platform: { path: PLATFORM, bytes }, environments: [environment("fixture", valid("plain"))] };
}

export function environment(name: string, bytes: Uint8Array): SourceEnvironment {
  return { name, file: { path: `overlays/${name}/environment.yaml`, bytes }, custom: undefined };
}

export function valid(name: "gitops" | "fleet" | "large" | "small" | "plain"): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`valid/${name}.yaml`, FOLDER)));
}

/** All findings about sources, from bytes to rules. */
export function findingsOf(sources: Sources): Finding[] {
  const { config, findings } = loadConfig(sources);
  return [...findings, ...(config === undefined ? [] : resolveConfig(config).findings)];
}
