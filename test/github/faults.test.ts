import { isDeepStrictEqual } from "node:util";
import { describe, expect, it } from "vitest";
import { GeneratorError } from "../../generator/errors.ts";
import { readBranch } from "../../generator/github/branch.ts";
import type { GitHub } from "../../generator/github/client.ts";
import { type Published, publish } from "../../generator/github/publish.ts";
import { type CommitView, FAULTS, type Fault, type GitHubDouble } from "../github-double/index.ts";
import { aDouble, aDraft, BRANCH, bytesOf, connect, filesWith } from "./setting.ts";

const DRAFT = aDraft({ reviewers: ["ada"], teamReviewers: ["sre"], assignees: ["grace"], autoMerge: "squash" });
const OLD = {
  ...DRAFT,
  title: "prod: an earlier proposal",
  files: bytesOf({ "overlays/prod/environment.yaml": "profile: production\nold: true\n" }),
};

const CALLS_OF_A_NEW_ONE = [
  "GET branches/main",
  "GET git/trees/*",
  "GET pulls",
  "POST git/blobs",
  "POST git/trees",
  "POST git/commits",
  "POST git/refs",
  "POST pulls",
  "POST graphql enablePullRequestAutoMerge",
  "POST pulls/1/requested_reviewers",
  "POST issues/1/assignees",
  "POST issues/1/labels",
];

/** Those that the first does not have. */
const CALLS_OF_A_CHANGED_ONE = ["GET git/commits/*", "GET repos/acme/gitops", "POST graphql updateRefs", "PATCH pulls/1"];

/** A fault that lasts the whole run, and one that a repeated call survives. */
const LASTING = FAULTS.map((fault) => ({ ...fault, times: Number.POSITIVE_INFINITY }));
const PASSING = FAULTS.filter(({ answer }) => !String(answer).match(/^4|hang|html|wrong-shape|redirect|slow/)).map((fault) => ({
  ...fault,
  times: 1,
}));

describe.each([
  { scenario: "opens a pull request", calls: CALLS_OF_A_NEW_ONE, prepare: async () => {} },
  { scenario: "brings one to a moved base", calls: CALLS_OF_A_CHANGED_ONE, prepare: openAnEarlierOne },
])("a run that $scenario", ({ calls, prepare }) => {
  it.each(calls)("leaves what the next run completes, whatever happens to %s", async (on) => {
    const cases = [...LASTING, ...PASSING].map((fault) => ({
      ...fault,
      on,
      retryAfterSeconds: 5,
      resetsAt: soon(),
      delayMilliseconds: 20,
    }));

    const wrong = await inParallel(cases, async (fault) => {
      const double = await aProtectedDouble();
      await prepare(double);
      const problems = await problemsAfter(double, fault);
      await double.close();
      return problems.map((problem) => `${fault.when} ${fault.answer} ×${fault.times}: ${problem}`);
    });

    expect(wrong).toEqual([]);
  });

  it("can die after any call", async () => {
    const double = await aProtectedDouble();
    await prepare(double);
    double.forgetRequests();
    await run(await connect(double));
    const lengths = double.calls().map((_, index) => index);
    await double.close();

    const wrong = await inParallel(lengths, async (length) => {
      const cut = await aProtectedDouble();
      await prepare(cut);
      const problems = await problemsAfter(cut, {
        on: "*",
        nth: length + 1,
        times: Number.POSITIVE_INFINITY,
        when: "before",
        answer: "reset",
      });
      await cut.close();
      return problems.map((problem) => `after ${length} calls: ${problem}`);
    });

    expect(wrong).toEqual([]);
  });
});

/** Auto-merge has to have something to wait for. */
async function aProtectedDouble(): Promise<GitHubDouble> {
  const double = await aDouble();
  double.protect("main", { approvals: 1 });
  return double;
}

async function openAnEarlierOne(double: GitHubDouble): Promise<void> {
  const github = await connect(double);
  await publish(github, await readBranch(github, "main"), OLD);
  double.addCommit("main", { "overlays/dev/environment.yaml": "profile: development\nreplicas: 2\n" }, "Scale dev");
}

async function run(github: GitHub): Promise<Published> {
  return publish(github, await readBranch(github, "main"), DRAFT);
}

/** A run with the fault and one without; then there must be one pull request, the right one, and nothing left to do. */
async function problemsAfter(double: GitHubDouble, fault: Fault): Promise<string[]> {
  const armed = double.fault(fault);
  const patience = fault.answer === "hang" ? { timeLimitMilliseconds: 250 } : {};
  const first = await outcomeOf(await connect(double, {}, patience));
  const hits = armed.hits();
  armed.remove();
  const second = await outcomeOf(await connect(double));
  double.forgetRequests();
  const third = await outcomeOf(await connect(double));
  const problems = [
    hits === 0 && "the fault did not happen",
    first instanceof Error && !isTold(first) && `the first run ended with ${first.stack}`,
    second instanceof Error && `the second run ended with ${second.message}`,
    JSON.stringify(third).includes('"unchanged"') || `the third run is not unchanged but ${JSON.stringify(third)}`,
    double.writes().length > 0 && `the third run wrote ${double.writes()}`,
    ...wrongIn(double, first instanceof Error ? [] : first.warnings),
    ...double.violations,
  ];
  return problems.filter((problem) => typeof problem === "string");
}

async function outcomeOf(github: GitHub): Promise<Published | Error> {
  try {
    return await run(github);
  } catch (error) {
    return error as Error;
  }
}

function isTold(error: Error): boolean {
  const isKnown = error instanceof GeneratorError && error.exitCode === 4 && /^E_(?:GITHUB|RATE_LIMIT)/.test(error.code);
  return isKnown && !/token-|ghp_|undefined|\[object/.test(error.message) && error.remedy !== "";
}

/** What a refusal took away was told in a warning, and is not asked for again. */
function wrongIn(double: GitHubDouble, warnings: readonly string[]): string[] {
  const { main, ...others } = double.branches();
  const [commit, below] = double.commits(BRANCH);
  const pulls = double.pullRequests().map(({ comments, number, ...pull }) => pull);
  const found = { pulls, branches: Object.keys(others), files: double.files(BRANCH), mark: markOf(commit), base: below?.sha };
  const around = warnings.length === 0 ? AROUND : {};
  const pull = {
    state: "open",
    isMerged: false,
    isDraft: false,
    branch: BRANCH,
    base: "main",
    head: commit?.sha,
    labels: ["promotion"],
  };
  const texts = { title: DRAFT.title, body: DRAFT.body };
  const right = { branches: [BRANCH], files: filesWith(double, DRAFT), mark: ["Generated-by: milvus-gitops"], base: main };
  return isDeepStrictEqual(found, { ...right, pulls: [{ ...pulls[0], ...pull, ...texts, ...around }] })
    ? []
    : [JSON.stringify(found)];
}

const AROUND = { reviewers: ["ada"], teamReviewers: ["sre"], assignees: ["grace"], autoMerge: "squash" };

function markOf(commit: CommitView | undefined): string[] {
  return commit?.message.split("\n").filter((line) => line.startsWith("Generated-by")) ?? [];
}

function soon(): Date {
  return new Date(Date.now() + 5000);
}

async function inParallel<T>(items: readonly T[], action: (item: T) => Promise<string[]>): Promise<string[]> {
  const left = [...items];
  const found: string[] = [];
  const work = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) found.push(...(await action(item)));
  };
  await Promise.all(Array.from({ length: 8 }, work));
  return found;
}
