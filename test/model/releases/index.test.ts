import { describe, expect, it } from "vitest";
import { familyOf, RELEASES } from "../../../generator/model/releases/index.ts";
import { ROLE_WAVE } from "../../../generator/model/waves.ts";

const FAMILIES = Object.values(RELEASES);
const ROLL_OUTS = FAMILIES.flatMap(({ family, rollOut }) =>
  Object.entries(rollOut).map(([topology, roles]) => ({ family, topology, roles })),
);

describe("RELEASES", () => {
  it("says of each family what it runs, in upstream's roll-out order", () => {
    expect(ROLL_OUTS.map(({ family, topology, roles }) => `${family} ${topology}: ${roles.join(" ")}`)).toEqual([
      "2.3 mixed: indexNode mixCoord queryNode dataNode proxy",
      "2.3 dedicated: indexNode rootCoord dataCoord queryCoord queryNode dataNode proxy",
      "2.4 mixed: indexNode mixCoord queryNode dataNode proxy",
      "2.4 dedicated: indexNode rootCoord dataCoord queryCoord queryNode dataNode proxy",
      "2.5 mixed: indexNode mixCoord queryNode dataNode proxy",
      "2.5 dedicated: indexNode rootCoord dataCoord queryCoord queryNode dataNode proxy",
      "2.6 mixed: mixCoord streamingNode queryNode dataNode proxy",
      "2.6 dedicated: ",
    ]);
  });

  it.each(ROLL_OUTS)("rolls $family $topology out in the order of the waves", ({ roles }) => {
    const waves = roles.map((role) => ROLE_WAVE[role]);

    expect(waves).toEqual(waves.toSorted((a, b) => a - b));
  });

  it.each(FAMILIES)("has roles for the topologies of $family, and for no other", ({ topologies, rollOut }) => {
    const filled = Object.entries(rollOut).filter(([, roles]) => roles.length > 0);

    expect(filled.map(([topology]) => topology)).toEqual([...topologies]);
    expect(topologies[0]).toBe("mixed");
  });

  it.each(FAMILIES)("counts $newest to $family", ({ family, newest }) => {
    expect(familyOf(newest)).toBe(family);
  });

  it("knows where each family's settings and queues differ", () => {
    const facts = FAMILIES.map((release) => [
      release.newest,
      release.configFile,
      release.messageQueues.join(),
      release.objectStorageProviders.includes("gcpnative"),
      release.kafkaSslSince,
      release.pulsarMaxMessageSize,
      release.standbySections.join(),
    ]);

    expect(facts).toEqual([
      ["2.3.21", "milvus.yaml", "pulsar,kafka", false, "2.3.11", 5_242_880, "rootCoord,dataCoord,queryCoord"],
      ["2.4.17", "user.yaml", "pulsar,kafka", false, "2.4.0", 2_097_152, "rootCoord,dataCoord,queryCoord"],
      ["2.5.27", "user.yaml", "pulsar,kafka", true, "2.5.0", 2_097_152, "rootCoord,dataCoord,queryCoord"],
      ["2.6.20", "user.yaml", "pulsar,kafka,woodpecker", true, "2.6.0", 2_097_152, "mixCoord,rootCoord,dataCoord,queryCoord"],
    ]);
  });

  it("writes the image's own settings only where our file takes the place of the image's", () => {
    const whole = FAMILIES.filter(({ shippedConfig }) => Object.keys(shippedConfig).length > 0);

    expect(whole.map(({ configFile }) => configFile)).toEqual(["milvus.yaml"]);
  });
});

describe("familyOf", () => {
  it.each(["2.4.13-hotfix", "2.4.0", "2.4.99"])("counts %s to 2.4", (version) => {
    expect(familyOf(version)).toBe("2.4");
  });

  it.each(["2.2.16", "2.7.0", "3.0.0", "2.60.1", "12.4.1", "2.4", "v2.4.1", "latest", ""])(
    "knows no family of '%s'",
    (version) => {
      expect(familyOf(version)).toBeUndefined();
    },
  );
});
