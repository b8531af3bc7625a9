import { describe, expect, it } from "vitest";
import { everyGate } from "../../../generator/commands/gates/every-gate.ts";
import type { GateFacts, GitHubFacts, Report } from "../../../generator/commands/gates/facts.ts";
import { judgeGates } from "../../../generator/commands/gates/judge.ts";
import { gateStatuses } from "../../../generator/commands/gates/statuses.ts";

const NOW = new Date("2026-11-28T12:00:00Z");
const ASKED = { health: "required", soakSeconds: 86_400, checks: ["smoke", "load"] } as const;
const NOTHING = { health: "none", soakSeconds: 0, checks: [] } as const;
const HEALTHY: Report = { commit: "1a2b3c4d5e6f", state: "success", at: new Date("2026-11-27T08:30:20Z"), isCurrent: true };

describe("judgeGates", () => {
  it("passes every gate once the change has run long enough, was checked, and nobody takes it back", () => {
    expect(judged({})).toEqual([
      { name: "health", state: "passed", text: "dev is synced and healthy with 1a2b3c4d since 2026-11-27T08:30Z." },
      { name: "soak", state: "passed", text: "dev has run without a fault since 2026-11-27T08:30Z, which is 24h or more." },
      { name: "checks", state: "passed", text: "Passed on 1a2b3c4d: smoke, load." },
      { name: "rollback", state: "passed", text: "Nobody is about to take dev or staging back." },
    ]);
  });

  it("passes what nobody asks for, so that a status that is required comes", () => {
    expect(judged({}, { asked: NOTHING }).map(({ state, text }) => `${state}: ${text}`)).toEqual([
      "passed: Not asked for.",
      "passed: Not asked for.",
      "passed: Not asked for.",
      "passed: Nobody is about to take dev or staging back.",
    ]);
  });

  it("knows nothing without GitHub but what is not asked for", () => {
    const states = (asked: GateFacts["asked"]) => judgeGates(factsOf({}, { asked, github: undefined }), NOW).map(stateOf);

    expect(states(ASKED)).toEqual(["waiting", "waiting", "waiting", "waiting"]);
    expect(states(NOTHING)).toEqual(["passed", "passed", "passed", "waiting"]);
  });

  it.each<{ title: string; reports: Report[]; facts?: Partial<GateFacts>; found: string }>([
    { title: "nothing reported", reports: [], found: "waiting: Argo CD has reported nothing of dev yet." },
    {
      title: "nobody who reports",
      reports: [],
      facts: { isReporting: false },
      found: "waiting: Nobody reports dev: notifications.github is off in gitops.yaml. Switch it on, or ask for no health.",
    },
    {
      title: "nobody who reports any more, other contents",
      reports: [{ ...HEALTHY, isCurrent: false }],
      facts: { isReporting: false },
      found: "waiting: Nobody reports dev: notifications.github is off in gitops.yaml. Switch it on, or ask for no health.",
    },
    {
      title: "nobody who would report a recovery",
      reports: [later("failure", "2026-11-28T09:00:00Z"), HEALTHY],
      facts: { isReporting: false },
      found: "failed: Nobody reports dev: notifications.github is off in gitops.yaml. Switch it on, or ask for no health.",
    },
    {
      title: "nobody who reports any more, and the last word was good",
      reports: [HEALTHY],
      facts: { isReporting: false },
      found: "passed: dev is synced and healthy with 1a2b3c4d since 2026-11-27T08:30Z.",
    },
    {
      title: "other contents",
      reports: [{ ...HEALTHY, isCurrent: false }],
      found:
        "waiting: Argo CD has not reported dev as it is in Git now. Its last word is success at 2026-11-27T08:30Z, of 1a2b3c4d.",
    },
    { title: "a roll-out", reports: [{ ...HEALTHY, state: "pending" }], found: "waiting: Argo CD is at it: 1a2b3c4d in dev." },
    {
      title: "a fault after it was healthy",
      reports: [later("failure", "2026-11-28T09:00:00Z"), HEALTHY],
      found: "failed: In dev the sync failed, or it is degraded. Its last word is failure at 2026-11-28T09:00Z, of 1a2b3c4d.",
    },
    {
      title: "a recovery",
      reports: [later("success", "2026-11-28T10:00:00Z"), later("failure", "2026-11-28T09:00:00Z"), HEALTHY],
      found: "passed: dev is synced and healthy with 1a2b3c4d since 2026-11-28T10:00Z.",
    },
  ])("judges health by the newest report: $title", ({ reports, facts, found }) => {
    const [health] = judged({ reports }, facts);

    expect(`${health?.state}: ${health?.text}`).toBe(found);
  });

  it.each<{ title: string; reports: Report[]; soakSeconds?: number; found: string }>([
    { title: "nothing reported", reports: [], found: "waiting: The 24h begin when dev is healthy as it is in Git now." },
    {
      title: "a fault in between",
      reports: [later("success", "2026-11-28T10:00:00Z"), later("failure", "2026-11-28T09:00:00Z"), HEALTHY],
      found: "waiting: Until 2026-11-29T10:00Z: dev has run without a fault since 2026-11-28T10:00Z.",
    },
    {
      title: "the same contents in a newer commit",
      reports: [{ ...later("success", "2026-11-28T10:00:00Z"), commit: "ffffffffffff" }, HEALTHY],
      found: "passed: dev has run without a fault since 2026-11-27T08:30Z, which is 24h or more.",
    },
    {
      title: "other contents before",
      reports: [later("success", "2026-11-28T10:00:00Z"), { ...HEALTHY, isCurrent: false }],
      found: "waiting: Until 2026-11-29T10:00Z: dev has run without a fault since 2026-11-28T10:00Z.",
    },
    {
      title: "an end within a minute, which is told as the next",
      reports: [HEALTHY],
      soakSeconds: 99_005,
      found: "waiting: Until 2026-11-28T12:01Z: dev has run without a fault since 2026-11-27T08:30Z.",
    },
    {
      title: "an end at this second",
      reports: [HEALTHY],
      soakSeconds: 98_980,
      found: "passed: dev has run without a fault since 2026-11-27T08:30Z, which is 27h29m40s or more.",
    },
  ])("counts the time from the first report of what runs: $title", ({ reports, soakSeconds = 86_400, found }) => {
    const [, soak] = judged({ reports }, { asked: { ...ASKED, soakSeconds } });

    expect(`${soak?.state}: ${soak?.text}`).toBe(found);
  });

  it("says of every gate that waits for a report that nobody gives one", () => {
    const told = judged({ reports: [], checked: undefined }, { isReporting: false }).map(({ text }) => text);

    expect(told.slice(0, 3)).toEqual(
      ["health", "soak", "checks"].map(
        (name) => `Nobody reports dev: notifications.github is off in gitops.yaml. Switch it on, or ask for no ${name}.`,
      ),
    );
  });

  it.each<{ checks: [string, "success" | "pending" | "failure"][]; checked?: string | undefined; found: string }>([
    {
      checks: [],
      checked: undefined,
      found: "waiting: They are looked for when Argo CD reports dev healthy as it is in Git now.",
    },
    {
      checks: [["smoke", "pending"]],
      found:
        "waiting: On 1a2b3c4d smoke is not done, nothing has reported load. Run it for this commit, or leave it out of gates.checks.",
    },
    {
      checks: [
        ["smoke", "pending"],
        ["load", "success"],
      ],
      found: "waiting: On 1a2b3c4d smoke is not done.",
    },
    { checks: [["smoke", "failure"]], found: "failed: Not passed on 1a2b3c4d: smoke." },
  ])("asks for every check: $found", ({ checks, found, ...facts }) => {
    const [, , gate] = judged({ checks: new Map(checks), ...facts });

    expect(`${gate?.state}: ${gate?.text}`).toBe(found);
  });

  it("fails while a rollback of one of the two is open", () => {
    const [, , , rollback] = judged({ rollbacks: [7, 9] });

    expect(rollback).toEqual({
      name: "rollback",
      state: "failed",
      text: "A rollback of dev or staging is open. Merge or close pull requests 7, 9 first.",
    });
  });
});

describe("everyGate", () => {
  it("knows each gate that is judged", () => {
    expect(everyGate("passed", "").map(({ name }) => name)).toEqual(judged({}).map(({ name }) => name));
  });
});

describe("gateStatuses", () => {
  it("names each gate as branch protection asks for it", () => {
    const statuses = gateStatuses(judged({ reports: [], rollbacks: [7] }, { asked: { ...NOTHING, health: "required" } }));

    expect(statuses).toEqual([
      { context: "milvus-gitops/health", state: "pending", description: "Argo CD has reported nothing of dev yet." },
      { context: "milvus-gitops/soak", state: "success", description: "Not asked for." },
      { context: "milvus-gitops/checks", state: "success", description: "Not asked for." },
      {
        context: "milvus-gitops/rollback",
        state: "failure",
        description: "A rollback of dev or staging is open. Merge or close pull request 7 first.",
      },
    ]);
  });
});

function judged(github: Partial<GitHubFacts>, facts: Partial<GateFacts> = {}) {
  return judgeGates(factsOf(github, facts), NOW);
}

function factsOf(github: Partial<GitHubFacts>, facts: Partial<GateFacts>): GateFacts {
  const passed = new Map(ASKED.checks.map((name) => [name, "success" as const]));
  const known: GitHubFacts = { reports: [HEALTHY], checked: HEALTHY.commit, checks: passed, rollbacks: [], ...github };
  return { from: "dev", to: "staging", asked: ASKED, isReporting: true, github: known, ...facts };
}

function later(state: Report["state"], at: string): Report {
  return { ...HEALTHY, state, at: new Date(at) };
}

function stateOf({ state }: { readonly state: string }): string {
  return state;
}
