import { describe, expect, it } from "vitest";
import type { EnvironmentFile } from "../../generator/config/schema/environment.ts";
import { aGitHub, type GitHubDouble } from "../github-double/index.ts";
import { commitAll } from "../support/git.ts";
import { descriptions, environmentFile, PLATFORM, readTree, temporaryRepository } from "../support/repository.ts";
import { type Run, run, runIn } from "../support/run.ts";

const BRANCH = "milvus-gitops--staging--promote";
const PROD_BRANCH = "milvus-gitops--prod--promote";
const ENVIRONMENTS = {
  dev: environment("2.6.20", { milvus: { version: "2.6.20", config: { proxy: { maxTaskNum: 512 } } } }),
  staging: environment("2.6.18", { gates: { health: "required", soak: "24h", checks: ["smoke"] } }),
  prod: environment("2.6.18", {}),
};
const CUSTOM = {
  "overlays/dev/custom/kustomization.yaml":
    "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nresources:\n  - extra.yaml\n",
  "overlays/dev/custom/extra.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: extra\n",
};
const LONG_AGO = "2026-01-02T03:04:00Z";
const FAR_AHEAD = "2099-01-02T03:04:00Z";

describe("promote", () => {
  it("opens a pull request that waits for its gates, and has nothing to write the second time", async () => {
    const { github, promote } = await aFleet();

    const first = await promote("--from", "dev");
    const writes = github.writes().map((call) => call.replace(/[0-9a-f]{40}/, "*"));
    github.forgetRequests();
    const second = await promote("--from", "dev", "--to", "staging");

    expect(first).toMatchObject({ code: 0, stderr: expect.not.stringContaining("(E_") });
    expect(writes.filter((call) => call === "POST pulls")).toHaveLength(1);
    expect(writes.filter((call) => call === "POST statuses/*")).toHaveLength(4);
    const [pull] = github.pullRequests();
    expect(pull).toMatchObject({ number: 1, branch: BRANCH, state: "open", autoMerge: "off" });
    expect(pull?.title).toContain("2.6.18 to 2.6.20");
    expect(pull?.body).toContain("Do not merge yet");
    expect(gatesOf(github)).toEqual({
      "milvus-gitops/health": "pending: Argo CD has reported nothing of dev yet.",
      "milvus-gitops/soak": "pending: The 24h begin when dev is healthy as it is in Git now.",
      "milvus-gitops/checks": "pending: They are looked for when Argo CD reports dev healthy as it is in Git now.",
      "milvus-gitops/rollback": "success: Nobody is about to take dev or staging back.",
    });
    expect(github.files(BRANCH)["overlays/staging/environment.yaml"]).toMatch(/version: "?2\.6\.20[\s\S]*maxTaskNum: 512/);
    expect(second).toMatchObject({ code: 0, stdout: expect.stringContaining("unchanged") });
    expect(github.writes()).toEqual([]);
  });

  it("only reads where there is nothing to carry", async () => {
    const { github, promote } = await aFleet();

    const { code, stdout } = await promote("--from", "staging");

    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: "Nothing to promote: prod has all that promotes as staging has it.\n",
    });
    expect(github.writes()).toEqual([]);
  });

  it("carries only what is named", async () => {
    const { github, promote } = await aFleet();

    await promote("--from", "dev", "--only", "milvus.version");

    const description = github.files(BRANCH)["overlays/staging/environment.yaml"] ?? "";
    expect(description).toContain("2.6.20");
    expect(description).not.toContain("maxTaskNum");
  });

  it("refuses to skip an environment", async () => {
    const { github, promote } = await aFleet();

    const { code, stderr } = await promote("--from", "dev", "--to", "prod");

    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: '"prod" does not come next after dev.\n  A change travels in this order: dev, staging, prod. (E_OPTION)\n',
    });
    expect(github.writes()).toEqual([]);
  });

  it("fails a gate while a rollback of one of the two is open", async () => {
    const { github, promote } = await aFleet();
    github.addCommit("milvus-gitops--dev--rollback-1a2b3c4d", { note: "back" }, "Back");
    github.addPullRequest("milvus-gitops--dev--rollback-1a2b3c4d", "dev: roll back");

    await promote("--from", "dev");

    expect(gatesOf(github)["milvus-gitops/rollback"]).toBe(
      "failure: A rollback of dev or staging is open. Merge or close pull request 1 first.",
    );
  });

  it("prints the pull request in a dry run, from the clone where GitHub may not be asked", async () => {
    const { github, root } = await aFleet();

    const env = { ...signedIn(github), GITHUB_TOKEN: undefined };
    const { code, stdout } = await runIn({ cwd: root, env }, "promote", "--from", "dev", "--dry-run");

    expect(code).toBe(0);
    expect(stdout).toContain(`Branch:    ${BRANCH}`);
    expect(stdout).toContain("Not known without GitHub");
    expect(github.calls()).toEqual([]);
  });

  it("gives a program the gates of each pull request", async () => {
    const { promote } = await aFleet();

    const { stdout } = await promote("--from", "dev", "--json");

    expect(JSON.parse(stdout)).toMatchObject({
      pullRequests: [{ outcome: "opened", branch: BRANCH, gates: [{ name: "health" }, {}, {}, { state: "passed" }] }],
    });
  });
});

describe("promote --refresh", () => {
  it("follows what Argo CD reports and what was checked, and then writes nothing more", async () => {
    const { github, promote } = await aFleet();
    await promote("--from", "dev");
    github.addDeployment("main", "milvus-dev", "success", LONG_AGO);
    github.addCheckRun("main", "smoke", "success");
    const [before] = github.pullRequests();
    github.forgetRequests();

    const { code, stdout } = await promote("--refresh");
    const writes = github.writes().map((call) => call.replace(/[0-9a-f]{40}/, "*"));
    github.forgetRequests();
    const again = await promote("--refresh");

    expect({ code, again: again.code }).toEqual({ code: 0, again: 0 });
    expect(writes.sort()).toEqual(["PATCH pulls/1", "POST statuses/*", "POST statuses/*", "POST statuses/*"]);
    expect(Object.values(gatesOf(github)).map((text) => text.split(":")[0])).toEqual(Array(4).fill("success"));
    expect(stdout).toContain(`since ${LONG_AGO.slice(0, 16)}Z`);
    expect(github.pullRequests()).toMatchObject([
      { head: before?.head, body: expect.not.stringContaining("Do not merge yet") },
    ]);
    expect(github.writes()).toEqual([]);
  });

  it("waits for the time in which the change has to run", async () => {
    const { github, promote } = await aFleet();
    github.addDeployment("main", "milvus-dev", "success", FAR_AHEAD);

    await promote("--from", "dev");

    expect(gatesOf(github)["milvus-gitops/soak"]).toBe(
      "pending: Until 2099-01-03T03:04Z: dev has run without a fault since 2099-01-02T03:04Z.",
    );
  });

  it("takes a report of an older commit for one of this, where both build the same environment", async () => {
    const { github, promote } = await aFleet({}, CUSTOM);
    github.addDeployment("main", "milvus-dev", "success", LONG_AGO);
    const remarks = ["overlays/dev/environment.yaml", "overlays/dev/custom/extra.yaml"].map((path) => [
      path,
      `${github.files()[path]}# Only a remark.\n`,
    ]);
    github.addCommit("main", Object.fromEntries(remarks), "Remarks");

    await promote("--from", "dev");

    expect(gatesOf(github)["milvus-gitops/health"]).toMatch(/^success: dev is synced and healthy/);
  });

  it("looks for checks on the newest commit where Argo CD's reports are switched off and were of something else", async () => {
    const staging = environment("2.6.18", { gates: { health: "none", soak: "0s", checks: ["smoke"] } });
    const { github, promote } = await aFleet({ notifications: { github: "off" } }, {}, { ...ENVIRONMENTS, staging });
    github.addDeployment("main", "milvus-dev", "failure", LONG_AGO);
    github.addCheckRun(github.addCommit("main", { "README.md": "New\n" }, "Unrelated"), "smoke", "success");

    await promote("--from", "dev");

    expect(gatesOf(github)["milvus-gitops/checks"]).toMatch(/^success: Passed on [0-9a-f]{8}: smoke\.$/);
  });

  it("waits where a newer commit builds something else, and fails where Argo CD reports a fault", async () => {
    const { github, promote } = await aFleet();
    github.addDeployment("main", "milvus-dev", "success", LONG_AGO);
    const next = await generated({ ...ENVIRONMENTS, dev: environment("2.6.19", {}) });
    github.addCommit("main", changed(github.files(), next), "dev: another version");

    await promote("--from", "dev");
    const waiting = gatesOf(github)["milvus-gitops/health"];
    github.addDeployment("main", "milvus-dev", "failure", "2026-01-03T00:00:00Z");
    await promote("--refresh");

    expect(waiting).toMatch(/^pending: Argo CD has not reported dev as it is in Git now\. Its last word is success/);
    expect(gatesOf(github)["milvus-gitops/health"]).toMatch(/^failure: In dev the sync failed, or it is degraded\./);
  });

  it("makes the same promotion anew on a branch that has moved, with the same fields", async () => {
    const { github, promote } = await aFleet();
    await promote("--from", "dev", "--only", "milvus.version");
    const main = github.addCommit("main", { "README.md": "New\n" }, "Unrelated");

    const { code } = await promote("--refresh");

    expect(code).toBe(0);
    expect(github.commits(BRANCH)[0]?.parents).toEqual([main]);
    expect(github.files(BRANCH)["overlays/staging/environment.yaml"]).not.toContain("maxTaskNum");
    expect(Object.keys(gatesOf(github))).toHaveLength(4);
  });

  it("closes a promotion that has nothing left to carry", async () => {
    const { github, promote } = await aFleet();
    await promote("--from", "dev");
    github.addCommit(
      "main",
      changed(github.files(), await generated({ ...ENVIRONMENTS, dev: environment("2.6.18", {}) })),
      "dev: back",
    );

    const { code, stdout } = await promote("--refresh");

    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: `Closed, as there is nothing left to promote: #1\nDeleted branches of what is merged or closed: ${BRANCH}\n`,
    });
    expect(github.pullRequests()).toMatchObject([{ state: "closed", isMerged: false }]);
    expect(Object.keys(github.branches())).toEqual(["main"]);
  });

  it("tells the gates of a promotion that a person has committed to, and changes nothing else of it", async () => {
    const { github, promote } = await aFleet();
    await promote("--from", "dev");
    const head = github.addCommit(BRANCH, { note: "mine" }, "Mine");

    const { code, stderr } = await promote("--refresh");

    expect(code).toBe(0);
    expect(stderr).toContain("so it was left as it is");
    expect(github.branches()[BRANCH]).toBe(head);
    expect(Object.keys(gatesOf(github))).toHaveLength(4);
  });

  it("has GitHub merge once every gate is passed, and no longer when one fails again", async () => {
    const { github, promote } = await aFleet({ pullRequests: { autoMerge: "squash" } });
    github.protect("main", { approvals: 1 });
    await promote("--from", "dev");
    const waiting = github.pullRequests()[0]?.autoMerge;
    github.addDeployment("main", "milvus-dev", "success", LONG_AGO);
    github.addCheckRun("main", "smoke", "success");
    await promote("--refresh");
    const passed = github.pullRequests()[0]?.autoMerge;
    github.addDeployment("main", "milvus-dev", "failure", "2026-01-03T00:00:00Z");
    await promote("--refresh");

    expect([waiting, passed, github.pullRequests()[0]?.autoMerge]).toEqual(["off", "squash", "off"]);
  });
});

describe("promote --refresh, of several promotions,", () => {
  it("looks at the others where one cannot be looked at", async () => {
    const { github, promote } = await twoPromotions();
    const before = github.branches();
    const main = github.addCommit("main", { "README.md": "New\n" }, "Unrelated");
    const fault = github.fault({ on: `GET git/commits/${before[BRANCH]}`, when: "before", answer: 404 });

    const { code, stdout } = await promote("--refresh", "--json");
    fault.remove();
    const after = github.branches();
    const again = await promote("--refresh");

    expect({ code, again: again.code }).toEqual({ code: 5, again: 0 });
    expect(JSON.parse(stdout)).toMatchObject({
      pullRequests: [{ outcome: "updated", branch: PROD_BRANCH }],
      failures: [{ branch: BRANCH, code: "E_GITHUB_ACCESS" }],
      cleanedUp: { deleted: [], closed: [], kept: [] },
    });
    expect(after[BRANCH]).toBe(before[BRANCH]);
    expect([PROD_BRANCH, BRANCH].map((branch) => github.commits(branch)[0]?.parents)).toEqual([[main], [main]]);
  });

  it("asks nothing more once the credentials are refused", async () => {
    const { github, promote } = await twoPromotions();
    github.fault({ on: `GET git/commits/${github.branches()[BRANCH]}`, when: "before", answer: 401 });
    github.forgetRequests();

    const { code } = await promote("--refresh");

    expect(code).toBe(4);
    expect(github.calls()).not.toContain(`GET git/commits/${github.branches()[PROD_BRANCH]}`);
  });

  it("leaves one to the person who commits to it meanwhile, and makes the others anew", async () => {
    const { github, promote } = await twoPromotions();
    const main = github.addCommit("main", { "README.md": "New\n" }, "Unrelated");
    let person = "";
    github.meanwhile("POST graphql updateRefs", () => {
      person = github.addCommit(BRANCH, { note: "mine" }, "Mine");
    });

    const { code, stdout } = await promote("--refresh");

    expect({ code, head: github.branches()[BRANCH] }).toEqual({ code: 0, head: person });
    expect(stdout).toContain("left to another run: https://github.com/acme/gitops/pull/1");
    expect(github.commits(PROD_BRANCH)[0]?.parents).toEqual([main]);
  });

  it("has told the others when cleaning up fails", async () => {
    const { github, promote } = await twoPromotions();
    github.fault({ on: "GET git/matching-refs/*", when: "before", answer: 403, times: 9 });

    const { code, stdout, stderr } = await promote("--refresh");

    expect(code).toBe(5);
    expect(stdout).toContain("unchanged: https://github.com/acme/gitops/pull/1");
    expect(stderr).toContain("milvus-gitops--* was left as it is.\n  GitHub answered GET ");
  });

  it("passes over pull requests into other branches", async () => {
    const { github, promote } = await aFleet();
    await promote("--from", "dev");
    github.addBranch("release");
    github.addPullRequest(BRANCH, "For a release", { base: "release" });
    const head = github.branches()[BRANCH];
    github.closePullRequest(1);
    github.addCommit("main", { "README.md": "New\n" }, "Unrelated");
    github.forgetRequests();

    const { code, stdout } = await promote("--refresh");

    expect({ code, stdout, head: github.branches()[BRANCH] }).toEqual({ code: 0, stdout: "", head });
    expect(github.writes()).toEqual([]);
  });
});

describe("promote --refresh tells the gates of what it cannot make anew:", () => {
  it("a promotion that the branch would no longer take", async () => {
    const { github, promote } = await aFleet({ pullRequests: { autoMerge: "squash" } });
    github.protect("main", { approvals: 1 });
    github.addDeployment("main", "milvus-dev", "success", LONG_AGO);
    github.addCheckRun("main", "smoke", "success");
    await promote("--from", "dev");
    const armed = github.pullRequests()[0]?.autoMerge;
    const older = { ...ENVIRONMENTS, dev: environment("2.5.27", {}) };
    const tree = await generated(older, { pullRequests: { autoMerge: "squash" } });
    github.addCommit("main", changed(github.files(), tree), "dev: another family");

    const { code, stderr } = await promote("--refresh");

    expect({ armed, code, merges: github.pullRequests()[0]?.autoMerge }).toEqual({ armed: "squash", code: 2, merges: "off" });
    expect(stderr).toContain("Pull request 1 was left as it is.");
    expect(gatesOf(github)["milvus-gitops/health"]).toMatch(/^pending: Argo CD has not reported dev as it is in Git now/);
  });

  it("one with a person's commit that has nothing left to carry", async () => {
    const { github, promote } = await aFleet();
    await promote("--from", "dev");
    github.addCommit(BRANCH, { note: "mine" }, "Mine");
    const tree = await generated({ ...ENVIRONMENTS, dev: environment("2.6.18", {}) });
    github.addCommit("main", changed(github.files(), tree), "dev: back");

    const { code } = await promote("--refresh");

    expect(code).toBe(0);
    expect(github.pullRequests()).toMatchObject([{ state: "open" }]);
    expect(new Set(Object.values(gatesOf(github)))).toEqual(
      new Set([
        "failure: Nothing is left to promote here, but a person has committed to it. Close it, or propose it from a branch of another name.",
      ]),
    );
  });
});

/** One into staging and one into prod. */
async function twoPromotions(): Promise<Fleet> {
  const fleet = await aFleet({}, {}, { ...ENVIRONMENTS, prod: environment("2.6.16", {}) });
  await fleet.promote("--from", "dev");
  await fleet.promote("--from", "staging");
  return fleet;
}

interface Fleet {
  readonly github: GitHubDouble;
  readonly root: string;
  readonly promote: (...args: readonly string[]) => Promise<Run>;
}

/** Three environments on GitHub, and a clone of them. */
async function aFleet(platform: object = {}, custom: Tree = {}, environments: Environments = ENVIRONMENTS): Promise<Fleet> {
  const files = await generated(environments, platform, custom);
  const github = await aGitHub({ owner: "acme", repo: "gitops", files, allowAutoMerge: true });
  const root = temporaryRepository(new Map(Object.entries(files)));
  await commitAll(root);
  return { github, root, promote: (...args) => runIn({ cwd: root, env: signedIn(github) }, "promote", ...args) };
}

function signedIn({ url, token }: GitHubDouble) {
  return { GITHUB_API_URL: url, GITHUB_TOKEN: token, GH_TOKEN: undefined, GITHUB_APP_ID: undefined };
}

function environment(version: string, settings: Partial<EnvironmentFile>): EnvironmentFile {
  return environmentFile("development", { milvus: { version }, exposure: { type: "ClusterIP" }, ...settings });
}

type Environments = Readonly<Record<string, object>>;

type Tree = Readonly<Record<string, string>>;

/** Generating takes half a second, and most tests start from the same. */
const trees = new Map<string, Promise<Tree>>();

function generated(environments: Environments, platform: object = {}, custom: Tree = {}): Promise<Tree> {
  const key = JSON.stringify([environments, platform, custom]);
  const tree = trees.get(key) ?? generate(environments, platform, custom);
  trees.set(key, tree);
  return tree;
}

async function generate(environments: Environments, platform: object, custom: Tree): Promise<Tree> {
  const all = { ...PLATFORM, promotion: ["dev", "staging", "prod"], notifications: { github: "on" }, ...platform };
  const root = temporaryRepository(new Map([...descriptions(environments, all), ...Object.entries(custom)]));
  const { code, stderr } = await run(root, "generate");
  if (code !== 0) throw new Error(stderr);
  return readTree(root);
}

function changed(before: Tree, after: Tree) {
  const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return Object.fromEntries(paths.filter((path) => before[path] !== after[path]).map((path) => [path, after[path]]));
}

function gatesOf(github: GitHubDouble): Record<string, string> {
  const statuses = github.statuses(BRANCH);
  return Object.fromEntries(statuses.map(({ context, state, description }) => [context, `${state}: ${description}`]));
}
