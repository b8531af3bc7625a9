import { describe, expect, it } from "vitest";
import type { EnvironmentFile } from "../../generator/config/schema/environment.ts";
import { environmentFile, PLATFORM } from "../support/repository.ts";
import { proposingRepository } from "./proposal-repository.ts";

/** FLEET=1000 takes some minutes. */
const ENVIRONMENTS = Number(process.env.FLEET ?? 40);

const TEAMS = { ...PLATFORM, profiles: { team: { extends: "development" } } };
/** Reaches the pods of every environment. */
const PULL_ALWAYS = ["propose", "--platform", "--set", "profiles.team.imagePullPolicy=Always"] as const;

describe(`propose --platform over ${ENVIRONMENTS} environments`, () => {
  it("stops at a rate limit, goes on when it is over, and then only reads", { timeout: 900_000 }, async () => {
    const { github, run } = await proposingRepository(fleet(ENVIRONMENTS), TEAMS);
    github.fault({ on: "POST git/trees", nth: 3, when: "before", answer: "primary-limit" });

    const stopped = await run(...PULL_ALWAYS);
    const opened = github.pullRequests().length;
    const resumed = await run(...PULL_ALWAYS);
    github.forgetRequests();
    const again = await run(...PULL_ALWAYS);

    expect({ code: stopped.code, opened }).toEqual({ code: 4, opened: 0 });
    expect(stopped.stderr).toMatch(/It resumes at \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\.\n.* \(E_RATE_LIMIT\)\n/);
    expect({ resumed: resumed.code, again: again.code }).toEqual({ resumed: 0, again: 0 });
    expect(github.pullRequests()).toHaveLength(1);
    expect(github.writes()).toEqual([]);
  });

  it("tells of all within one body, and that they were compared as they are planned", { timeout: 900_000 }, async () => {
    const { github, run } = await proposingRepository(fleet(ENVIRONMENTS), TEAMS);

    await run(...PULL_ALWAYS);

    const [pull] = github.pullRequests();
    const names = Object.keys(fleet(ENVIRONMENTS));
    const patched = Object.keys(github.files(pull?.branch)).filter((path) => /proxy-deployment\.patch\.yaml$/.test(path));
    expect(patched).toEqual(names.map((name) => `overlays/${name}/milvus/proxy-deployment.patch.yaml`));
    expect(pull?.body.length).toBeLessThanOrEqual(60_000);
    expect(pull?.body).toContain(`- **Pods:** ${8 * ENVIRONMENTS} restart`);
    expect(pull?.body).toContain("compared as they are planned");
    expect(names.filter((name) => !pull?.body.includes(`| ${name} | **medium** | 0 | 8 | 0 | 8 |`))).toEqual([]);
  });
});

function fleet(count: number): Record<string, EnvironmentFile> {
  const names = Array.from({ length: count }, (_, index) => `team-${String(index).padStart(4, "0")}`);
  return Object.fromEntries(names.map((name) => [name, environmentFile("team", { exposure: { type: "ClusterIP" } })]));
}
