/**
 * A GitHub for tests: one repository in memory, behind real HTTP on the loopback, for tests and for the processes that they start.
 *
 *     const github = await aGitHub({ owner: "acme", repo: "gitops", files: { "gitops.yaml": "…" } });      // a-github.ts
 *     await runIn({ cwd: root, env: { GITHUB_API_URL: github.url, GITHUB_TOKEN: github.token } }, "propose", …);
 *
 *     expect(github.calls()).toEqual(["GET branches/main", "GET git/trees/4b82…", "GET pulls", "POST git/trees", …]);
 *     expect(github.files("milvus-gitops--prod--promote")).toEqual({ … });
 *     expect(github.pullRequests()).toEqual([{ number: 1, branch: "…", labels: ["…"], … }]);
 *
 * `aGitHub` closes the double when the test is over and fails the test if a request or an answer broke GitHub's own OpenAPI
 * description. Where one double serves many tests, call `openGitHubDouble`, `close` and `expectNoViolations` yourself.
 *
 * Ids are those of git: the same files give the same tree as `git write-tree`. Times count up from 2026-01-01T00:00:00Z, one second a
 * write. A pull request follows its branch while it is open; deleting the branch, or moving it to what the base holds, closes it.
 *
 * People act by functions (`addCommit`, `mergePullRequest`, `approve`, `protect`), without a request. A race is
 * `github.meanwhile("PATCH git/refs/*", () => github.addCommit(…))`: it happens when the call is in and has had no effect yet. A process
 * is stopped between two calls in the same way.
 *
 * Faults: `github.fault({ on: "POST pulls", when: "after", answer: 502 })` opens the pull request and loses the answer. `on` is the call
 * as in `calls()`, with `*`; `nth` and `times` choose which of them; `when` is "before" (no effect), "in" (effect, and the real answer
 * breaks off) or "after" (effect, another answer); `answer` is a status, a kind ("reset", "secondary-limit", …, see faults/fault.ts) or
 * an answer of your own. `FAULTS` (faults/table.ts) lists every pair that makes sense, for tables of tests.
 *
 * Set-up: `collaborators` (["ada", "grace"]) and `teams` (["platform", "sre"]) can review; anyone else is refused. `github.app()`
 * gives an App with a key, installed here; its JWTs are verified. `github.enterpriseUrl` is the same repository as an Enterprise Server.
 */
export { aGitHub } from "./a-github.ts";
export type {
  AppCredentials,
  CommitView,
  DoubleOptions,
  FileEdits,
  GitHubDouble,
  MergeMethod,
  PullRequestView,
  RequestRecord,
  SpecialFile,
  StatusView,
} from "./double.ts";
export type { Fault, FaultAnswer, FaultHandle, FaultKind, FaultMoment, Match } from "./faults/fault.ts";
export { FAULTS } from "./faults/table.ts";
export { openGitHubDouble } from "./open.ts";
export { expectNoViolations } from "./openapi/expect.ts";
