import { expect, it } from "vitest";
import { cores, gibibytes } from "../../../generator/components/quota/amounts.ts";

it.each([
  { amount: 0.3, text: "1" },
  { amount: 12, text: "12" },
  { amount: 12.000_000_000_1, text: "12" },
  { amount: 12.1, text: "13" },
])("rounds $amount cores up to $text", ({ amount, text }) => {
  expect(cores(amount)).toBe(text);
});

it.each([
  { bytes: 1, text: "1Gi" },
  { bytes: 1.5 * 2 ** 30, text: "2Gi" },
  { bytes: 1024 * 2 ** 30, text: "1Ti" },
  { bytes: 1536 * 2 ** 30, text: "1536Gi" },
  { bytes: 2 ** 60, text: "1024Pi" },
])("writes $bytes bytes as the API server does, $text", ({ bytes, text }) => {
  expect(gibibytes(bytes)).toBe(text);
});
