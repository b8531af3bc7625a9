import { describe, expect, it } from "vitest";
import { isAtLeast } from "../../../generator/model/releases/version.ts";

describe("isAtLeast", () => {
  it.each([
    ["2.3.11", "2.3.11"],
    ["2.3.12", "2.3.11"],
    ["2.10.0", "2.9.9"],
    ["3.0.0", "2.9.9"],
    ["2.4.0-rc1", "2.4.0"],
  ])("finds %s at least %s", (version, minimum) => {
    expect(isAtLeast(version, minimum)).toBe(true);
  });

  it.each([
    ["2.3.10", "2.3.11"],
    ["2.3.9", "2.3.11"],
    ["1.99.99", "2.0.0"],
  ])("finds %s before %s", (version, minimum) => {
    expect(isAtLeast(version, minimum)).toBe(false);
  });
});
