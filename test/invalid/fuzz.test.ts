import fc from "fast-check";
import { describe, it } from "vitest";
import { CODES } from "../../generator/config/codes.ts";
import type { Sources } from "../../generator/config/index.ts";
import type { Finding } from "../../generator/errors.ts";
import { environment, findingsOf, PLATFORM, readFixtures, valid, withPlatform } from "./corpus.ts";
import { damaged } from "./damaged.ts";

/** Together 20,000 documents, the same in every run. */
const ENVIRONMENTS = { seed: 20_261_124, numRuns: 16_000 };
const PLATFORMS = { seed: 20_261_124, numRuns: 4_000 };
/** Of the processor for one document, so that a busy machine fails no test; what is guarded against takes minutes. */
const HANGS_AFTER_SECONDS = 2;

const environments = [
  valid("large"),
  valid("small"),
  ...readFixtures()
    .filter(isEnvironment)
    .map(({ bytes }) => bytes),
];
const platforms = [valid("gitops"), valid("fleet")];

describe("a file that was damaged anywhere", () => {
  it("is read or refused with whole findings in a moment, never with an exception", () => {
    fc.assert(
      fc.property(fc.constantFrom(...environments).chain(damaged), (bytes) => isToldWhole(alone(bytes))),
      ENVIRONMENTS,
    );
  }, 300_000);

  it("is so as the platform file too", () => {
    fc.assert(
      fc.property(fc.constantFrom(...platforms).chain(damaged), (bytes) => isToldWhole(withPlatform(bytes))),
      PLATFORMS,
    );
  }, 300_000);
});

const GITOPS = valid("gitops");

/** Among no others, which would be read again for every document. */
function alone(bytes: Uint8Array): Sources {
  return { platform: { path: PLATFORM, bytes: GITOPS }, environments: [environment("fixture", bytes)] };
}

function isToldWhole(sources: Sources): boolean {
  const start = process.cpuUsage();
  const findings = findingsOf(sources);
  const { user, system } = process.cpuUsage(start);
  return findings.every(isWhole) && (user + system) / 1e6 < HANGS_AFTER_SECONDS;
}

function isWhole({ code, location, message, remedy }: Finding): boolean {
  const isPlaced = location.line > 0 && location.column > 0;
  return Object.hasOwn(CODES, code) && isPlaced && message.endsWith(".") && /[.?]$/.test(remedy);
}

function isEnvironment({ name }: { readonly name: string }): boolean {
  return !name.startsWith("platform-");
}
