import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CODES } from "../../generator/config/codes.ts";
import type { Finding } from "../../generator/errors.ts";
import { findingsOf, readFixtures, valid, withEnvironment, withPlatform } from "./corpus.ts";

const SEED = { seed: 20_261_124, numRuns: 300 };
const environments = [
  valid("large"),
  valid("small"),
  ...readFixtures()
    .filter(isEnvironment)
    .map(({ bytes }) => bytes),
];
const platforms = [valid("gitops"), valid("fleet")];

describe("a file that was damaged anywhere", () => {
  it("is read or refused with whole findings, never with an exception", () => {
    fc.assert(
      fc.property(fc.constantFrom(...environments).chain(damaged), (bytes) => {
        expect(findingsOf(withEnvironment(bytes)).every(isWhole)).toBe(true);
      }),
      SEED,
    );
  });

  it("is so as the platform file too", () => {
    fc.assert(
      fc.property(fc.constantFrom(...platforms).chain(damaged), (bytes) => {
        expect(findingsOf(withPlatform(bytes)).every(isWhole)).toBe(true);
      }),
      SEED,
    );
  });
});

/** Pieces that YAML, JavaScript or a shell take for more than text. */
const PIECES = [
  "&a ",
  "*a",
  "!!x ",
  "<<: ",
  "? ",
  "- ",
  "{",
  "}",
  "[",
  "]",
  "|\n",
  ">\n",
  "'",
  '"',
  "\t",
  "\n",
  ": ",
  "#",
  "%YAML 1.1\n",
];
const WORDS = [
  "__proto__",
  "constructor",
  "null",
  "true",
  "-1",
  "0",
  "1e999",
  "9".repeat(30),
  "$(x)",
  "../..",
  "\u0000",
  "\u202e",
  "é",
];

/** One or two cuts, each filled with a piece, another part of the file, or nothing. */
function damaged(bytes: Uint8Array): fc.Arbitrary<Uint8Array> {
  const text = new TextDecoder().decode(bytes);
  const place = fc.nat({ max: text.length });
  const part = fc.tuple(place, fc.nat({ max: 40 })).map(([start, length]) => text.slice(start, start + length));
  const filling = fc.oneof(
    fc.constantFrom(...PIECES),
    fc.constantFrom(...WORDS),
    part,
    fc.string({ maxLength: 8 }),
    fc.constant(""),
  );
  const cut = fc.record({ place, length: fc.nat({ max: 12 }), filling });
  return fc.array(cut, { minLength: 1, maxLength: 2 }).map((cuts) => new TextEncoder().encode(cuts.reduce(fill, text)));
}

function fill(text: string, cut: { readonly place: number; readonly length: number; readonly filling: string }): string {
  return text.slice(0, cut.place) + cut.filling + text.slice(cut.place + cut.length);
}

function isWhole({ code, location, message, remedy }: Finding): boolean {
  return (
    Object.hasOwn(CODES, code) && location.line > 0 && location.column > 0 && message.endsWith(".") && remedy.endsWith(".")
  );
}

function isEnvironment({ name }: { readonly name: string }): boolean {
  return !name.startsWith("platform-");
}
