import { describe, expect, it } from "vitest";
import { readBranch } from "../../generator/github/branch.ts";
import { type PullRequestDraft, publish } from "../../generator/github/publish.ts";
import { aGitHub, type GitHubDouble } from "../github-double/index.ts";
import { aDraft, BRANCH, bytesOf, connect, filesWith, REPOSITORY } from "./setting.ts";

const LATER = aDraft({
  title: "A later proposal",
  files: bytesOf({ "overlays/prod/environment.yaml": "profile: production\nlater: 1\n" }),
});

async function run(double: GitHubDouble, draft: PullRequestDraft) {
  const github = await connect(double);
  return publish(github, await readBranch(github, "main"), draft);
}

describe("a person who pushes while a proposal is brought up to date", () => {
  it.each([
    "GET branches/main",
    "GET pulls",
    "GET git/commits/*",
    "POST git/trees",
    "POST git/commits",
    "GET repos/acme/gitops",
    "POST graphql updateRefs",
  ])("keeps the commit, at %s", async (call) => {
    const double = await aGitHub(REPOSITORY);
    await run(double, aDraft());
    let person = "";
    double.meanwhile(call, () => {
      person = double.addCommit(BRANCH, { "overlays/prod/custom.yaml": "mine: true\n" }, "My fix");
    });

    const { outcome } = await run(double, LATER);

    expect({ outcome, head: double.branches()[BRANCH] }).toEqual({ outcome: "left-alone", head: person });
    expect(await run(double, LATER)).toMatchObject({ outcome: "left-alone", number: 1 });
  });

  it("keeps the commit where GraphQL is not there, by a look right before", async () => {
    const double = await aGitHub(REPOSITORY);
    await run(double, aDraft());
    double.fault({ on: "POST graphql updateRefs", when: "before", answer: 404, times: 9 });
    let person = "";
    double.meanwhile("POST graphql updateRefs", () => {
      person = double.addCommit(BRANCH, { "overlays/prod/custom.yaml": "mine: true\n" }, "My fix");
    });

    expect(await run(double, LATER)).toMatchObject({ outcome: "left-alone", head: person });
  });

  it("keeps the branch that was begun at the same moment", async () => {
    const double = await aGitHub(REPOSITORY);
    let person = "";
    double.meanwhile("POST git/refs", () => {
      person = double.addCommit(BRANCH, { "overlays/prod/custom.yaml": "mine: true\n" }, "My fix");
    });

    expect(await run(double, aDraft())).toMatchObject({ outcome: "left-alone", head: person });
    expect(double.pullRequests()).toEqual([]);
  });
});

describe("a proposal for what the branch was", () => {
  it.each(["GET pulls", "GET git/commits/*", "POST graphql updateRefs"])(
    "is left to the run that has moved it meanwhile, at %s",
    async (call) => {
      const double = await aGitHub(REPOSITORY);
      const { head } = await run(double, aDraft());
      const { head: other } = await run(
        double,
        aDraft({ branch: "milvus-gitops--prod--other", files: bytesOf({ "a.txt": "1" }) }),
      );
      double.meanwhile(call, () => double.addBranch(BRANCH, other));

      const late = await run(double, { ...LATER, expectedHead: head });

      expect(late).toMatchObject({ outcome: "overtaken", number: 1, head: undefined });
      expect(double.branches()[BRANCH]).toBe(other);
    },
  );

  it("opens none where the pull request was closed meanwhile", async () => {
    const double = await aGitHub(REPOSITORY);
    const { head } = await run(double, aDraft());
    double.closePullRequest(1);

    expect(await run(double, { ...LATER, expectedHead: head })).toMatchObject({ outcome: "overtaken", number: undefined });
    expect(double.pullRequests()).toHaveLength(1);
  });

  it("is brought there where nobody else was", async () => {
    const double = await aGitHub(REPOSITORY);
    const { head } = await run(double, aDraft());

    expect(await run(double, { ...LATER, expectedHead: head })).toMatchObject({ outcome: "updated", number: 1 });
  });
});

describe("a server without the mutation that compares", () => {
  it.each([
    ["no GraphQL", 404],
    [
      "an older schema",
      {
        status: 200,
        body: {
          errors: [{ message: "Field 'updateRefs' doesn't exist on type 'Mutation'", extensions: { code: "undefinedField" } }],
        },
      },
    ],
  ])("has the branch moved by REST: %s", async (_, answer) => {
    const double = await aGitHub(REPOSITORY);
    await run(double, aDraft());
    double.fault({ on: "POST graphql updateRefs", when: "before", answer });
    double.forgetRequests();

    expect(await run(double, LATER)).toMatchObject({ outcome: "updated", number: 1 });
    expect(double.calls().slice(-4)).toEqual([
      "POST graphql updateRefs",
      `GET git/ref/heads/${BRANCH}`,
      `PATCH git/refs/heads/${BRANCH}`,
      "PATCH pulls/1",
    ]);
    expect(double.files(BRANCH)).toEqual(filesWith(double, LATER));
  });
});

describe("several runs at once", () => {
  it("open one pull request", async () => {
    const double = await aGitHub(REPOSITORY);

    const all = await Promise.all(Array.from({ length: 6 }, () => run(double, aDraft())));

    const [commit] = double.commits(BRANCH);
    expect(all.map(({ number, head }) => ({ number, head }))).toEqual(all.map(() => ({ number: 1, head: commit?.sha })));
    expect(double.pullRequests()).toMatchObject([{ number: 1, state: "open", labels: ["promotion"] }]);
    expect(await run(double, aDraft())).toMatchObject({ outcome: "unchanged" });
  });

  it("end with one of what they wanted, and the next run with its own", async () => {
    const double = await aGitHub(REPOSITORY);

    await Promise.allSettled([run(double, aDraft()), run(double, LATER), run(double, aDraft()), run(double, LATER)]);

    const wanted = [aDraft(), LATER].map((draft) => filesWith(double, draft));
    expect(wanted).toContainEqual(double.files(BRANCH));
    await run(double, LATER);
    expect(double.files(BRANCH)).toEqual(filesWith(double, LATER));
    expect(double.pullRequests()).toMatchObject([{ number: 1, state: "open", title: LATER.title }]);
  });
});

describe("a base that moves during a run", () => {
  it("leaves the pull request on the base that its files were made on, so that a merge loses nothing", async () => {
    const double = await aGitHub(REPOSITORY);
    const { main } = double.branches();
    const files = filesWith(double, aDraft());
    double.fault({ on: "POST git/commits", when: "before", answer: 409 });
    double.meanwhile("POST git/commits", () => double.addCommit("main", { "overlays/dev/new.yaml": "a: 1\n" }, "Change dev"));

    expect(await run(double, aDraft())).toMatchObject({ outcome: "opened" });
    expect(double.files(BRANCH)).toEqual(files);
    expect(double.commits(BRANCH)[0]?.parents).toEqual([main]);
  });

  it("ends the run when it conflicts three times", async () => {
    const double = await aGitHub(REPOSITORY);
    const { hits } = double.fault({ on: "POST git/refs", when: "before", answer: 409, times: 9 });

    await expect(run(double, aDraft())).rejects.toThrow("GitHub answered POST /repos/acme/gitops/git/refs with 409: Conflict.");
    expect(hits()).toBe(3);
  });

  it("needs no pull request when it has the commit by then", async () => {
    const double = await aGitHub(REPOSITORY);
    const message = "No commits between main and milvus-gitops--prod--promote";
    double.fault({
      on: "POST pulls",
      when: "before",
      answer: {
        status: 422,
        body: { message: "Validation Failed", errors: [{ resource: "PullRequest", code: "custom", message }] },
      },
    });

    expect(await run(double, aDraft())).toMatchObject({ outcome: "unchanged", number: undefined });
  });
});

it("A protected branch is told, and nothing is forced", async () => {
  const double = await aGitHub(REPOSITORY);
  await run(double, aDraft());
  const before = double.branches();
  double.protect(BRANCH);

  await expect(run(double, LATER)).rejects.toMatchObject({
    code: "E_GITHUB_ACCESS",
    exitCode: 4,
    message: `GitHub does not let the branch ${BRANCH} be moved: Cannot update this protected ref: refs/heads/${BRANCH}`,
  });
  expect(double.branches()).toEqual(before);
});
