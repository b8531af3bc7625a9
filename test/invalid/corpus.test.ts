import { describe, expect, it } from "vitest";
import { CODES } from "../../generator/config/codes.ts";
import type { Finding } from "../../generator/errors.ts";
import { FIXTURE, findingsOf, PLATFORM, readFixtures, valid, withEnvironment, withPlatform } from "./corpus.ts";

const fixtures = readFixtures();

describe("a file with one mistake", () => {
  it("is not found in the files that every fixture stands among", () => {
    expect(findingsOf(withEnvironment(valid("plain")))).toEqual([]);
    expect(findingsOf(withPlatform(valid("fleet")))).toEqual([]);
  });

  it.each(fixtures)("leads to the one finding that $name expects", ({ name, bytes, expected }) => {
    const isPlatform = name.startsWith("platform-");
    const file = isPlatform ? PLATFORM : FIXTURE;

    const findings = findingsOf(isPlatform ? withPlatform(bytes) : withEnvironment(bytes));

    expect(findings.map(summary)).toEqual([{ ...expected, file }]);
  });

  it.each(fixtures)("is told in whole sentences that hold no secret: $name", ({ name, bytes }) => {
    const findings = findingsOf(name.startsWith("platform-") ? withPlatform(bytes) : withEnvironment(bytes));

    for (const { message, reason, remedy } of findings) {
      expect(message).toMatch(/^[^ ].*\.$/su);
      expect(reason).toMatch(/^(?:[A-Za-z].*\.)?$/su);
      expect(remedy).toMatch(/^[A-Z].*\.$/su);
      expect(`${message}${reason}${remedy}`).not.toMatch(/please|oops|undefined|\[object|hunter2|AKIA[A-Z]{16}|E_[A-Z]+/iu);
    }
  });
});

describe("the codes of findings", () => {
  /** Of changes against the committed tree, and of generated objects. */
  const elsewhere = ["E_IMMUTABLE", "E_OBJECT"];
  /** Of what no text file can be; the cases are in `cases.test.ts`. */
  const notText = ["E_READ", "E_ENC", "E_SIZE", "E_ALIAS"];

  it("have a file with a mistake each", () => {
    const covered = new Set(fixtures.map(({ expected }) => expected.code));

    expect([...covered, ...notText, ...elsewhere].filter(unique).sort()).toEqual(Object.keys(CODES).sort());
  });
});

function unique(value: string, index: number, all: readonly string[]): boolean {
  return all.indexOf(value) === index;
}

function summary({ severity, code, path, location }: Finding) {
  return { severity, code, path, line: location.line, file: location.file };
}
