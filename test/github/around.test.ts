import { describe, expect, it } from "vitest";
import { readBranch } from "../../generator/github/branch.ts";
import { cleanUp } from "../../generator/github/clean-up.ts";
import { upsertComment } from "../../generator/github/comment.ts";
import { deployments } from "../../generator/github/deployments.ts";
import { publish } from "../../generator/github/publish.ts";
import { pullRequests } from "../../generator/github/pull-requests.ts";
import { checksOf, postStatuses, type Status } from "../../generator/github/statuses.ts";
import { aGitHub, type GitHubDouble } from "../github-double/index.ts";
import { aDraft, bytesOf, connect, REPOSITORY } from "./setting.ts";

const PREFIX = "milvus-gitops--";

async function propose(double: GitHubDouble, ...names: string[]): Promise<void> {
  const github = await connect(double);
  for (const name of names) {
    const files = bytesOf({ [`overlays/${name}/environment.yaml`]: "profile: production\nnew: 1\n" });
    await publish(github, await readBranch(github, "main"), aDraft({ branch: `${PREFIX}${name}--promote`, files }));
  }
}

describe("pull requests", () => {
  it("are those of our branches, in every state", async () => {
    const double = await aGitHub(REPOSITORY);
    await propose(double, "dev", "prod");
    double.addCommit("feature", { "new.txt": "" }, "A feature");
    double.addPullRequest("feature", "A feature");
    double.mergePullRequest(1);
    const github = await connect(double);
    const found = async (state: "open" | "closed" | "all") =>
      (await pullRequests(github, { state, branchPrefix: PREFIX, base: "main" })).map(({ number, isMerged }) => ({
        number,
        isMerged,
      }));

    expect(await found("all")).toEqual([
      { number: 1, isMerged: true },
      { number: 2, isMerged: false },
    ]);
    expect(await found("open")).toEqual([{ number: 2, isMerged: false }]);
    expect(await pullRequests(github, { state: "closed", branchPrefix: PREFIX, base: "main" })).toEqual([
      {
        number: 1,
        branch: `${PREFIX}dev--promote`,
        base: "main",
        title: aDraft().title,
        url: "https://github.com/acme/gitops/pull/1",
        head: double.branches()[`${PREFIX}dev--promote`],
        state: "closed",
        isMerged: true,
        labels: ["promotion"],
      },
    ]);
  });
});

it("A fork's pull request from a branch of the same name is nobody of ours", async () => {
  const double = await aGitHub(REPOSITORY);
  await propose(double, "prod");
  const github = await connect(double);
  const { data } = await github.rest.pulls.list({ ...github.repository });
  const repository = { ...data[0]?.head.repo, full_name: "stranger/gitops" };
  const body = data.map((pull) => ({ ...pull, head: { ...pull.head, repo: repository } }));
  double.fault({ on: "GET pulls", when: "before", answer: { status: 200, body } });

  expect(await pullRequests(github, { state: "open", branchPrefix: PREFIX, base: "main" })).toEqual([]);
});

it("A pull request into another branch is not asked for", async () => {
  const double = await aGitHub(REPOSITORY);
  await propose(double, "prod");
  double.addBranch("release");
  double.addPullRequest(`${PREFIX}prod--promote`, "The same for a release", { base: "release" });
  const github = await connect(double);

  const found = await pullRequests(github, { state: "open", branchPrefix: PREFIX, base: "release" });

  expect(found.map(({ number, base }) => ({ number, base }))).toEqual([{ number: 2, base: "release" }]);
});

describe("statuses", () => {
  const soak: Status = { context: "gate/soak", state: "pending", description: "x".repeat(200) };
  const health: Status = { context: "gate/health", state: "success", description: "" };

  it("are posted where they differ", async () => {
    const double = await aGitHub(REPOSITORY);
    const github = await connect(double);
    const { main = "" } = double.branches();

    expect(await postStatuses(github, main, [soak, health])).toBe(2);
    expect(await postStatuses(github, main, [soak, health])).toBe(0);
    expect(await postStatuses(github, main, [{ ...soak, state: "success" }, health])).toBe(1);
    expect(double.statuses("main")).toEqual([
      { ...health },
      { context: "gate/soak", state: "success", description: `${"x".repeat(139)}…` },
    ]);
  });

  it("and check runs are one list of checks, the worse of two with one name", async () => {
    const double = await aGitHub(REPOSITORY);
    const { main = "" } = double.branches();
    double.addCheckRun("main", "test", "success");
    double.addCheckRun("main", "lint", "skipped");
    double.addCheckRun("main", "deploy");
    double.addCheckRun("main", "scan", "timed_out");
    double.addStatus("main", "legacy", "error");
    double.addStatus("main", "test", "pending");

    expect(Object.fromEntries(await checksOf(await connect(double), main))).toEqual({
      test: "pending",
      lint: "success",
      deploy: "pending",
      scan: "failure",
      legacy: "failure",
    });
  });

  it("are found beyond the first page", async () => {
    const double = await aGitHub(REPOSITORY);
    for (let index = 0; index < 130; index++) double.addCheckRun("main", `check-${index}`, "success");

    expect((await checksOf(await connect(double), double.branches().main ?? "")).size).toBe(130);
  });
});

describe("deployments", () => {
  it("are those of the environment, newest first, with their newest status", async () => {
    const double = await aGitHub(REPOSITORY);
    const first = double.branches().main;
    double.addDeployment("main", "prod", "success", "2026-03-01T10:00:00Z");
    const second = double.addCommit("main", { "gitops.yaml": "kind: Platform\na: 1\n" }, "Change");
    double.addDeployment("main", "prod", "failure", "2026-03-02T10:00:00Z");
    double.addDeployment("main", "dev", "success", "2026-03-03T10:00:00Z");
    const github = await connect(double);

    expect(await deployments(github, "prod", 5)).toMatchObject([
      { commit: second, state: "failure", reportedAt: new Date("2026-03-02T10:00:00Z") },
      { commit: first, state: "success", reportedAt: new Date("2026-03-01T10:00:00Z") },
    ]);
    expect(await deployments(github, "prod", 1)).toHaveLength(1);
    expect(await deployments(github, "qa", 5)).toEqual([]);
  });
});

describe("a comment", () => {
  const MARKER = "<!-- milvus-gitops: diff -->";

  it("is made, changed and left, always one", async () => {
    const double = await aGitHub(REPOSITORY);
    await propose(double, "prod");
    double.addComment(1, "Looks good");
    const github = await connect(double);

    expect(await upsertComment(github, 1, MARKER, "One\nTwo")).toBe("created");
    expect(await upsertComment(github, 1, MARKER, "One\nTwo")).toBe("unchanged");
    expect(await upsertComment(github, 1, MARKER, "Three")).toBe("updated");
    expect(double.pullRequests()[0]?.comments).toEqual(["Looks good", `${MARKER}\nThree`]);
  });

  it.each([
    ["before", 502, "rejects", 0],
    ["after", 502, "created", 1],
    ["after", "reset", "created", 1],
    ["in", "cut", "created", 1],
    ["after", "hang", "created", 1],
  ] as const)("is never made twice: %s %s", async (when, answer, outcome, count) => {
    const double = await aGitHub(REPOSITORY);
    await propose(double, "prod");
    double.fault({ on: "POST issues/1/comments", when, answer });
    const github = await connect(double, {}, { timeLimitMilliseconds: answer === "hang" ? 300 : 30_000 });

    const result = await upsertComment(github, 1, MARKER, "One").catch(() => "rejects");

    expect(result).toBe(outcome);
    expect(double.pullRequests()[0]?.comments).toHaveLength(count);
    await upsertComment(await connect(double), 1, MARKER, "One");
    expect(double.pullRequests()[0]?.comments).toEqual([`${MARKER}\nOne`]);
  });
});

describe("cleaning up", () => {
  it("leaves a branch whose name is in use again, by a pull request that its list did not show yet", async () => {
    const double = await aGitHub(REPOSITORY);
    await propose(double, "prod");
    double.mergePullRequest(1);
    double.lag({ lists: 2 });
    const files = bytesOf({ "overlays/prod/environment.yaml": "profile: production\nnew: 2\n" });
    const github = await connect(double);
    await publish(github, await readBranch(github, "main"), aDraft({ branch: `${PREFIX}prod--promote`, files }));

    const cleaned = await cleanUp(github, { branchPrefix: PREFIX, isStale: () => false });

    expect(cleaned).toEqual({ deleted: [], closed: [], kept: [], failures: [] });
    expect(double.pullRequests().map(({ state }) => state)).toEqual(["closed", "open"]);
  });

  it("deletes what is merged or closed, closes what is stale, and leaves everything else", async () => {
    const double = await aGitHub(REPOSITORY);
    await propose(double, "merged", "closed", "stale", "open", "persons", "persons-stale");
    double.mergePullRequest(1, "squash");
    double.closePullRequest(2);
    double.addCommit(`${PREFIX}persons--promote`, { "mine.txt": "" }, "Mine");
    double.closePullRequest(5);
    double.addCommit(`${PREFIX}persons-stale--promote`, { "mine.txt": "" }, "Mine");
    double.addBranch(`${PREFIX}without--promote`);
    double.addBranch("feature");
    const github = await connect(double);
    const options = { branchPrefix: PREFIX, isStale: ({ branch }: { branch: string }) => branch.includes("stale") };

    expect(await cleanUp(github, options)).toEqual({
      deleted: ["closed", "merged", "stale"].map((name) => `${PREFIX}${name}--promote`),
      closed: [3],
      kept: ["persons", "persons-stale"].map((name) => `${PREFIX}${name}--promote`),
      failures: [],
    });

    const left = ["open", "persons", "persons-stale", "without"].map((name) => `${PREFIX}${name}--promote`);
    expect(Object.keys(double.branches())).toEqual(["feature", "main", ...left]);
    expect(double.pullRequests().map(({ state }) => state)).toEqual(["closed", "closed", "closed", "open", "closed", "open"]);
    expect(double.pullRequests()[2]?.comments).toEqual([expect.stringContaining("so it is closed and its branch deleted")]);
    double.forgetRequests();
    await cleanUp(github, options);
    expect(double.writes()).toEqual([]);
  });

  it("deletes a branch whose every commit is merged, a person's too, and keeps one that has another since", async () => {
    const double = await aGitHub(REPOSITORY);
    await propose(double, "all", "more");
    double.addCommit(`${PREFIX}all--promote`, { "mine.txt": "" }, "Mine");
    double.mergePullRequest(1, "squash");
    double.addCommit(`${PREFIX}more--promote`, { "other.txt": "" }, "Mine");
    double.mergePullRequest(2);
    double.addCommit(`${PREFIX}more--promote`, { "late.txt": "" }, "Too late");

    expect(await cleanUp(await connect(double), { branchPrefix: PREFIX, isStale: () => false })).toEqual({
      deleted: [`${PREFIX}all--promote`],
      closed: [],
      kept: [],
      failures: [],
    });
  });

  it("does the others when one fails", async () => {
    const double = await aGitHub(REPOSITORY);
    await propose(double, "one", "two");
    double.closePullRequest(1);
    double.closePullRequest(2);
    const { [`${PREFIX}one--promote`]: head } = double.branches();
    double.fault({ on: `GET git/commits/${head}`, when: "before", answer: 404 });

    expect(await cleanUp(await connect(double), { branchPrefix: PREFIX, isStale: () => false })).toEqual({
      deleted: [`${PREFIX}two--promote`],
      closed: [],
      kept: [],
      failures: [{ branch: `${PREFIX}one--promote`, failure: expect.objectContaining({ code: "E_GITHUB_ACCESS" }) }],
    });
  });

  it.each(["POST issues/1/comments", "PATCH pulls/1", "POST graphql updateRefs"])(
    "is completed by the next run after %s failed",
    async (on) => {
      const double = await aGitHub(REPOSITORY);
      await propose(double, "stale");
      const options = { branchPrefix: PREFIX, isStale: () => true };
      double.fault({ on, when: "after", answer: "reset", times: 9 });
      await cleanUp(await connect(double), options).catch(() => {});

      await cleanUp(await connect(double), options);

      expect(double.branches()).toEqual({ main: double.branches().main });
      expect(double.pullRequests()).toMatchObject([{ state: "closed", comments: [expect.any(String)] }]);
    },
  );

  it("keeps a branch that a person pushes to meanwhile", async () => {
    const double = await aGitHub(REPOSITORY);
    await propose(double, "prod");
    double.closePullRequest(1);
    double.meanwhile("POST graphql updateRefs", () => double.addCommit(`${PREFIX}prod--promote`, { "mine.txt": "" }, "Mine"));

    expect(await cleanUp(await connect(double), { branchPrefix: PREFIX, isStale: () => false })).toMatchObject({
      deleted: [],
      kept: [`${PREFIX}prod--promote`],
    });
    expect(double.files(`${PREFIX}prod--promote`)).toHaveProperty(["mine.txt"]);
  });
});
