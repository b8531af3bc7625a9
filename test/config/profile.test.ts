import { describe, expect, it } from "vitest";
import { buildProfiles } from "../../generator/config/profile.ts";
import { BUILT_IN, DEFAULTS } from "../../generator/config/profiles/index.ts";

describe("buildProfiles", () => {
  it("lays a chain over its built-in profile and the defaults, the nearest word last", () => {
    const profiles = buildProfiles({
      eu: { extends: "big", labels: { region: "eu" } },
      big: { extends: "production", etcd: { replicas: 5 }, labels: { team: "search" } },
    });

    const eu = profiles.get("eu");

    expect(eu?.base).toBe("production");
    expect(eu?.parent?.name).toBe("big");
    expect(eu?.settings.labels).toEqual({ team: "search", region: "eu" });
    expect(eu?.settings.etcd).toEqual({ ...DEFAULTS.etcd, ...BUILT_IN.production.etcd, replicas: 5 });
  });

  it("has the two built-in profiles, whatever is written", () => {
    expect([...buildProfiles().keys()]).toEqual(["development", "production"]);
    expect(buildProfiles({ production: { extends: "development", owners: [] } }).get("production")?.own).toBe(
      BUILT_IN.production,
    );
  });

  it("leaves out what leads nowhere or in a circle, and what builds on it", () => {
    const profiles = buildProfiles({
      lost: { extends: "nowhere" },
      heir: { extends: "lost" },
      one: { extends: "two" },
      two: { extends: "one" },
      good: { extends: "development" },
      inherited: { extends: "toString" },
    });

    expect([...profiles.keys()]).toEqual(["development", "production", "good"]);
  });

  it("builds a chain of thousands without running out of stack", () => {
    const names = Array.from({ length: 5000 }, (_, index) => `p${index}`);
    const written = Object.fromEntries(names.map((name, index) => [name, { extends: names[index + 1] ?? "production" }]));

    expect(buildProfiles(written).get("p0")?.base).toBe("production");
  });
});
