import { describe, expect, it } from "vitest";
import { resolved } from "./sources.ts";

describe("the gates of an environment", () => {
  it("ask for health and a day in production, and for nothing in development", () => {
    expect(resolved("production").gates).toEqual({ health: "required", soakSeconds: 86_400, checks: [] });
    expect(resolved("development").gates).toEqual({ health: "none", soakSeconds: 0, checks: [] });
  });

  it.each([
    ["0s", 0],
    ["45s", 45],
    ["90m", 5400],
    ["1h30m5s", 5405],
    ["9999h", 35_996_400],
  ])("count %s as %d seconds", (soak, soakSeconds) => {
    expect(resolved("production", { gates: { soak, checks: ["ci / smoke"] } }).gates).toEqual({
      health: "required",
      soakSeconds,
      checks: ["ci / smoke"],
    });
  });
});
