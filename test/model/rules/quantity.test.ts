import { expect, it } from "vitest";
import { formatBytes, parseJavaMemory, parseQuantity } from "../../../generator/model/rules/quantity.ts";
import { isBefore } from "../../../generator/model/rules/version-number.ts";

it.each([
  ["500m", 0.5],
  ["2", 2],
  ["0.25", 0.25],
  ["512Mi", 536_870_912],
  ["1.5Gi", 1_610_612_736],
  ["1G", 1_000_000_000],
  ["2Ti", 2_199_023_255_552],
])("reads the quantity %s as %d", (quantity, expected) => {
  expect(parseQuantity(quantity)).toBe(expected);
});

it("reads memory of Java in powers of two", () => {
  expect([parseJavaMemory("512m"), parseJavaMemory("4g")]).toEqual([536_870_912, 4_294_967_296]);
});

it("shows bytes in the largest unit that holds them exactly, else rounds up", () => {
  expect([formatBytes(4_294_967_296), formatBytes(1_610_612_736), formatBytes(1)]).toEqual(["4Gi", "1536Mi", "1Mi"]);
});

it.each([
  ["v3.5.2", true],
  ["3.5.2-r1", true],
  ["v3.4.30", true],
  ["v3.5.3", false],
  ["v3.5.25", false],
  ["v3.10.0", false],
  ["our-build", false],
])("knows whether the tag %s is before 3.5.3: %s", (tag, expected) => {
  expect(isBefore(tag, "3.5.3")).toBe(expected);
});
