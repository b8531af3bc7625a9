import { describe, expect, it } from "vitest";
import { readBranch } from "../../generator/github/branch.ts";
import { type PullRequestDraft, publish } from "../../generator/github/publish.ts";
import { aGitHub, type GitHubDouble } from "../github-double/index.ts";
import { aDraft, BRANCH, bytesOf, connect, filesWith, REPOSITORY } from "./setting.ts";

const TEXT_ONLY = bytesOf({
  "overlays/prod/environment.yaml": "profile: production\nreplicas: 3\n",
  "overlays/prod/old.yaml": undefined,
});

async function run(double: GitHubDouble, draft: PullRequestDraft) {
  const github = await connect(double);
  double.forgetRequests();
  return publish(github, await readBranch(github, "main"), draft);
}

describe("a proposal that is new", () => {
  it("becomes one pull request by eight calls", async () => {
    const double = await aGitHub(REPOSITORY);
    const draft = aDraft({ files: TEXT_ONLY });

    const published = await run(double, draft);

    const { main = "", [BRANCH]: head = "" } = double.branches();
    const [commit] = double.commits(BRANCH);
    expect(double.calls()).toEqual([
      "GET branches/main",
      `GET git/trees/${double.commits()[0]?.tree}`,
      "GET pulls",
      "POST git/trees",
      "POST git/commits",
      "POST git/refs",
      "POST pulls",
      "POST issues/1/labels",
    ]);
    expect(published).toEqual({
      outcome: "opened",
      number: 1,
      url: "https://github.com/acme/gitops/pull/1",
      head,
      warnings: [],
    });
    expect(double.pullRequests()).toMatchObject([
      { state: "open", branch: BRANCH, base: "main", head, title: draft.title, body: draft.body, labels: ["promotion"] },
    ]);
    expect(double.files(BRANCH)).toEqual(filesWith(double, draft));
    expect(commit).toMatchObject({ parents: [main], author: "gitops-bot" });
    expect(commit?.message).toBe(
      `${draft.title}\n\nGenerated-by: milvus-gitops\nGenerated-on: ${main}\nGenerated-tree: ${commit?.tree}`,
    );
  });

  it("carries bytes that are no text and modes, and keeps the mode of a file and a link that it does not touch", async () => {
    const double = await aGitHub(REPOSITORY);
    const special = {
      "run.sh": { mode: "100755", content: "#!/bin/sh\n" },
      link: { mode: "120000", content: "run.sh" },
    } as const;
    double.addCommit("main", special, "A script and a link to it");
    const draft = aDraft({ modes: new Map([["overlays/prod/environment.yaml", "100755"]]) });

    await run(double, draft);

    expect(double.writes()).toEqual([
      "POST git/blobs",
      "POST git/trees",
      "POST git/commits",
      "POST git/refs",
      "POST pulls",
      "POST issues/1/labels",
    ]);
    expect(double.files(BRANCH)).toEqual(filesWith(double, draft));
    expect(double.modes(BRANCH)).toEqual({
      link: "120000",
      "overlays/prod/environment.yaml": "100755",
      "run.sh": "100755",
    });
  });

  it("is sent in parts of at most 100 files and a megabyte", async () => {
    const double = await aGitHub(REPOSITORY);
    const files = Object.fromEntries([
      ...Array.from({ length: 230 }, (_, index) => [`overlays/prod/file-${index}.yaml`, `number: ${index}\n`]),
      ...["x", "y", "z"].map((name) => [`overlays/prod/large-${name}.yaml`, name.repeat(600_000)]),
    ]);
    const draft = aDraft({ files: bytesOf(files) });

    await run(double, draft);

    const trees = double.requests
      .filter(({ call }) => call === "POST git/trees")
      .map(({ body }) => (body as { tree: [] }).tree.length);
    expect(trees).toEqual([100, 100, 31, 1, 1]);
    expect(double.files(BRANCH)).toEqual(filesWith(double, draft));
  });

  it("needs no pull request when the base has it all", async () => {
    const double = await aGitHub(REPOSITORY);
    const files = bytesOf({ "gitops.yaml": "kind: Platform\n", "overlays/gone/environment.yaml": undefined });

    expect(await run(double, aDraft({ files }))).toEqual({
      outcome: "unchanged",
      number: undefined,
      url: undefined,
      head: undefined,
      warnings: [],
    });
    expect(double.writes()).toEqual([]);
  });

  it("asks for reviews, assigns, merges alone and is labelled last", async () => {
    const double = await aGitHub(REPOSITORY);
    double.protect("main", { approvals: 1 });
    const people = { reviewers: ["ada", "gitops-bot"], teamReviewers: ["sre"], assignees: ["grace"] };

    const { warnings } = await run(double, aDraft({ ...people, autoMerge: "squash", files: TEXT_ONLY }));

    expect(warnings).toEqual([]);
    expect(double.writes().slice(4)).toEqual([
      "POST graphql enablePullRequestAutoMerge",
      "POST pulls/1/requested_reviewers",
      "POST issues/1/assignees",
      "POST issues/1/labels",
    ]);
    expect(double.pullRequests()).toMatchObject([
      {
        reviewers: ["ada"],
        teamReviewers: ["sre"],
        assignees: ["grace"],
        autoMerge: "squash",
        labels: ["promotion"],
        isDraft: false,
      },
    ]);
  });

  it("is a draft where that is wanted, and then does not merge alone", async () => {
    const double = await aGitHub(REPOSITORY);

    const { warnings } = await run(double, aDraft({ isDraft: true, autoMerge: "merge" }));

    expect(double.pullRequests()).toMatchObject([{ isDraft: true, autoMerge: "off" }]);
    expect(warnings).toEqual(["#1 does not merge by itself, because it is a draft."]);
  });
});

describe("a proposal that is there", () => {
  const complete = aDraft({ reviewers: ["ada"], teamReviewers: ["sre"], assignees: ["grace"], autoMerge: "squash" });

  it("costs four reads and no write", async () => {
    const double = await aGitHub(REPOSITORY);
    double.protect("main", { approvals: 2 });
    const first = await run(double, complete);

    const second = await run(double, complete);

    expect(second).toEqual({ ...first, outcome: "unchanged" });
    expect(double.calls()).toEqual([
      "GET branches/main",
      `GET git/trees/${double.commits()[0]?.tree}`,
      "GET pulls",
      `GET git/commits/${first.head}`,
    ]);
  });

  it("leaves what people changed around it, and asks nobody twice", async () => {
    const double = await aGitHub(REPOSITORY);
    const unlabelled = { ...complete, labels: [] };
    await run(double, unlabelled);
    double.approve(1);

    expect(await run(double, unlabelled)).toMatchObject({ outcome: "unchanged", warnings: [] });
    expect(double.writes()).toEqual([]);
  });

  it("gets new texts when they differ in more than line ends", async () => {
    const double = await aGitHub(REPOSITORY);
    await run(double, aDraft({ body: "One\r\nTwo\r\n" }));

    expect(await run(double, aDraft({ body: "One\nTwo" }))).toMatchObject({ outcome: "unchanged" });
    expect(await run(double, aDraft({ body: "One\nThree" }))).toMatchObject({ outcome: "updated" });
    expect(double.writes()).toEqual(["PATCH pulls/1"]);
    expect(double.pullRequests()).toMatchObject([{ body: "One\nThree" }]);
  });

  it("is one commit on the base again after other files are wanted", async () => {
    const double = await aGitHub(REPOSITORY);
    await run(double, aDraft());

    const draft = aDraft({ files: TEXT_ONLY });
    const { outcome, head } = await run(double, draft);

    expect(outcome).toBe("updated");
    expect(double.writes()).toEqual(["POST git/trees", "POST git/commits", "POST graphql updateRefs"]);
    expect(double.files(BRANCH)).toEqual(filesWith(double, draft));
    expect(double.commits(BRANCH)[0]).toMatchObject({ sha: head, parents: [double.branches().main] });
  });

  it("is one commit on the base again after that has moved", async () => {
    const double = await aGitHub(REPOSITORY);
    await run(double, aDraft());
    double.addCommit("main", { "overlays/dev/environment.yaml": "profile: development\nreplicas: 2\n" }, "Scale dev");

    expect(await run(double, aDraft())).toMatchObject({ outcome: "updated" });

    expect(double.files(BRANCH)).toEqual(filesWith(double, aDraft()));
    expect(double.commits(BRANCH)[0]?.parents).toEqual([double.branches().main]);
    expect(await run(double, aDraft())).toMatchObject({ outcome: "unchanged" });
    expect(double.pullRequests()).toHaveLength(1);
  });

  it("becomes a draft again with new contents, after a person marked it as ready", async () => {
    const double = await aGitHub(REPOSITORY);
    await run(double, aDraft({ isDraft: true }));
    await ready(double);

    expect(await run(double, aDraft({ isDraft: true }))).toMatchObject({ outcome: "unchanged" });
    expect(double.pullRequests()).toMatchObject([{ isDraft: false }]);
    await run(double, aDraft({ isDraft: true, files: TEXT_ONLY }));
    expect(double.pullRequests()).toMatchObject([{ isDraft: true }]);
  });
});

describe("a branch with a person's work", () => {
  it.each([
    [
      "pushed on top",
      (double: GitHubDouble) => double.addCommit(BRANCH, { "overlays/prod/custom.yaml": "mine: true\n" }, "My fix"),
    ],
    [
      "pushed with our words, as an amended commit has them",
      (double: GitHubDouble) =>
        double.addCommit(BRANCH, { "overlays/prod/custom.yaml": "mine: true\n" }, double.commits(BRANCH)[0]?.message ?? ""),
    ],
  ])("is left alone: %s", async (_, work) => {
    const double = await aGitHub(REPOSITORY);
    await run(double, aDraft());
    const head = work(double);

    const published = await run(double, aDraft({ files: TEXT_ONLY, title: "Another" }));

    expect(published).toMatchObject({ outcome: "left-alone", number: 1, head });
    expect(published.warnings).toEqual([expect.stringContaining(`${BRANCH} has a commit that is not of this tool`)]);
    expect(double.branches()[BRANCH]).toBe(head);
    expect(double.writes()).toEqual([]);
  });

  it("is left alone when our commit was amended, which keeps its words and its parent", async () => {
    const double = await aGitHub(REPOSITORY);
    await run(double, aDraft());
    const sha = double.addCommit("amended", { "overlays/prod/custom.yaml": "mine: true\n" }, messageOf(double));
    const { rest, repository } = await connect(double);
    await rest.git.updateRef({ ...repository, ref: `heads/${BRANCH}`, sha, force: true });

    expect(await run(double, aDraft({ files: TEXT_ONLY }))).toMatchObject({ outcome: "left-alone", number: 1, head: sha });
    expect(double.branches()[BRANCH]).toBe(sha);
  });

  it("is left alone when our commit stands on a person's, which it hides", async () => {
    const double = await aGitHub(REPOSITORY);
    await run(double, aDraft());
    const below = double.addCommit("theirs", { "overlays/prod/custom.yaml": "mine: true\n" }, "My fix");
    const { rest, repository } = await connect(double);
    const tree = double.commits(BRANCH)[0]?.tree ?? "";
    const commit = { ...repository, message: messageOf(double), tree, parents: [below] };
    const { data } = await rest.git.createCommit(commit);
    await rest.git.updateRef({ ...repository, ref: `heads/${BRANCH}`, sha: data.sha, force: true });

    expect(await run(double, aDraft({ files: TEXT_ONLY }))).toMatchObject({ outcome: "left-alone", head: data.sha });
  });

  it("is left alone without a pull request too", async () => {
    const double = await aGitHub(REPOSITORY);
    const head = double.addCommit(BRANCH, { "overlays/prod/custom.yaml": "mine: true\n" }, "My fix");

    expect(await run(double, aDraft())).toMatchObject({ outcome: "left-alone", number: undefined, head });
    expect(double.branches()[BRANCH]).toBe(head);
    expect(double.pullRequests()).toEqual([]);
  });
});

describe("a pull request that is over", () => {
  it("is followed by one from a branch of its own when it was closed, again and again", async () => {
    const double = await aGitHub(REPOSITORY);
    await run(double, aDraft());
    double.closePullRequest(1);

    expect(await run(double, aDraft())).toMatchObject({ outcome: "opened", number: 2 });
    expect(await run(double, aDraft())).toMatchObject({ outcome: "unchanged", number: 2 });
    double.closePullRequest(2);
    double.deleteBranch(`${BRANCH}--2`);
    expect(await run(double, aDraft())).toMatchObject({ outcome: "opened", number: 3 });
    expect(double.pullRequests().map(({ branch, state }) => `${branch} ${state}`)).toEqual([
      `${BRANCH} closed`,
      `${BRANCH}--2 closed`,
      `${BRANCH}--3 open`,
    ]);
  });

  it("is followed by one from a branch that is gone when every name was taken", async () => {
    const double = await aGitHub(REPOSITORY);
    for (let count = 1; count <= 50; count++) {
      const branch = count === 1 ? BRANCH : `${BRANCH}--${count}`;
      double.addCommit(branch, { "overlays/prod/environment.yaml": `profile: production\nnew: ${count}\n` }, "Try");
      double.closePullRequest(double.addPullRequest(branch, "Try"));
    }
    double.deleteBranch(`${BRANCH}--7`);

    expect(await run(double, aDraft())).toMatchObject({ outcome: "opened", number: 51 });
    expect(double.pullRequests().at(-1)?.branch).toBe(`${BRANCH}--7`);
  });

  it.each(["merge", "squash", "rebase"] as const)("is followed by one from the same branch after a %s", async (method) => {
    const double = await aGitHub(REPOSITORY);
    await run(double, aDraft());
    double.mergePullRequest(1, method);

    expect(await run(double, aDraft())).toMatchObject({ outcome: "unchanged", number: undefined });
    expect(await run(double, aDraft({ files: TEXT_ONLY }))).toMatchObject({ outcome: "opened", number: 2 });
    expect(double.pullRequests().map(({ branch }) => branch)).toEqual([BRANCH, BRANCH]);
    expect(double.commits(BRANCH)[0]?.parents).toEqual([double.branches().main]);
  });
});

describe("what GitHub refuses around a pull request", () => {
  it("is a warning, and the others are asked all the same", async () => {
    const double = await aGitHub({ ...REPOSITORY, allowAutoMerge: false });
    double.fault({ on: "POST issues/1/labels", when: "before", answer: 403 });
    const wishes = { reviewers: ["ada", "nobody"], assignees: ["grace"], autoMerge: "squash" } as const;

    const { outcome, warnings } = await run(double, aDraft(wishes));

    expect(outcome).toBe("opened");
    expect(double.pullRequests()).toMatchObject([{ reviewers: ["ada"], assignees: ["grace"], labels: [] }]);
    expect(warnings).toEqual([
      "#1 does not merge by itself: the repository does not allow auto-merge. Allow it in the settings of the repository.",
      expect.stringMatching(
        /^#1 has no review request for nobody: GitHub answered POST .* with 422: Reviews may only be requested/,
      ),
      expect.stringMatching(
        /^#1 does not have the labels promotion: GitHub answered POST .* with 403: Resource not accessible/,
      ),
    ]);
    expect(await run(double, aDraft({ ...wishes, reviewers: ["ada"], autoMerge: "off" }))).toMatchObject({
      outcome: "updated",
      warnings: [],
    });
    expect(double.writes()).toEqual(["POST issues/1/labels"]);
  });

  it.each([
    [
      "Draft pull requests are not supported in this repository.",
      "The pull request is no draft, because this repository does not have drafts.",
    ],
  ])("%s", async (message, warning) => {
    const double = await aGitHub(REPOSITORY);
    double.fault({
      on: "POST pulls",
      when: "before",
      answer: { status: 422, body: { message: "Validation Failed", errors: [{ message }] } },
    });

    const { warnings } = await run(double, aDraft({ isDraft: true }));

    expect(warnings).toEqual([warning]);
    expect(double.pullRequests()).toMatchObject([{ isDraft: false }]);
  });
});

describe("GitHub that is late", () => {
  it("is waited for after every write", async () => {
    const double = await aGitHub(REPOSITORY);
    double.protect("main", { approvals: 1 });
    double.lag({ pullRequests: 2, lists: 2, refs: 2 });
    const draft = aDraft({ reviewers: ["ada"], assignees: ["grace"], autoMerge: "squash" });

    expect(await run(double, draft)).toMatchObject({ outcome: "opened", warnings: [] });
    expect(await run(double, draft)).toMatchObject({ outcome: "opened", warnings: [] });

    expect(double.pullRequests()).toMatchObject([
      { reviewers: ["ada"], assignees: ["grace"], labels: ["promotion"], autoMerge: "squash" },
    ]);
    expect(await run(double, draft)).toMatchObject({ outcome: "unchanged", number: 1 });
  });
});

function messageOf(double: GitHubDouble): string {
  return double.commits(BRANCH)[0]?.message ?? "";
}

async function ready(double: GitHubDouble): Promise<void> {
  const github = await connect(double);
  const { data } = await github.rest.pulls.get({ owner: "acme", repo: "gitops", pull_number: 1 });
  const mutation = "mutation($id: ID!) { markPullRequestReadyForReview(input: { pullRequestId: $id }) { clientMutationId } }";
  await github.graphql(mutation, { id: data.node_id });
}
