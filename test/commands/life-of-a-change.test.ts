import { expect, it } from "vitest";
import { environmentFile, PLATFORM } from "../support/repository.ts";
import { proposingRepository } from "./proposal-repository.ts";
import { pull } from "./pull.ts";

const DESCRIPTION = "overlays/dev/environment.yaml";
const CHANGE = ["propose", "--env", "dev", "--set", "milvus.config.proxy.maxTaskNum=512"] as const;
const ENVIRONMENT = environmentFile("development", { exposure: { type: "ClusterIP" } });

it("A change is proposed, edited by a person, merged, taken back and gone, and no run spoils what the one before has done", {
  timeout: 300_000,
}, async () => {
  const repository = await proposingRepository(
    { dev: ENVIRONMENT, staging: ENVIRONMENT },
    { ...PLATFORM, promotion: ["dev", "staging"] },
  );
  const { github, run } = repository;
  const before = github.files();

  expect(await run(...CHANGE)).toMatchObject({ code: 0, stdout: expect.stringContaining("opened https://github.com") });
  const [opened] = github.pullRequests();
  const branch = opened?.branch ?? "";
  const edited = `# Agreed with search.\n${github.files(branch)[DESCRIPTION]}`;
  const persons = github.addCommit(branch, { [DESCRIPTION]: edited }, "Say who wants it");

  const again = await run(...CHANGE);
  expect({ code: again.code, stdout: again.stdout }).toEqual({ code: 3, stdout: expect.stringContaining("left alone") });
  expect(again.stderr).toContain(`${branch} has a commit that is not of this tool`);
  expect(github.branches()[branch]).toBe(persons);

  github.mergePullRequest(1);
  expect(await run("promote", "--refresh")).toMatchObject({
    code: 0,
    stdout: `Deleted branches of what is merged or closed: ${branch}\n`,
  });
  expect(Object.keys(github.branches())).toEqual(["main"]);
  await pull(repository);
  expect((await run("drift")).stdout).toContain("milvus.config.proxy.maxTaskNum");

  expect(await run(...CHANGE)).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Nothing to do: main/) });
  expect(github.pullRequests()).toHaveLength(1);

  expect(await run("rollback", "--env", "dev")).toMatchObject({ code: 0, stderr: "" });
  const [, back] = github.pullRequests();
  expect(back?.title).toMatch(/^dev: roll back to [0-9a-f]{8}, milvus\.config\.proxy\.maxTaskNum removed$/);
  expect(github.files(back?.branch)).toEqual(before);
  github.mergePullRequest(2);
  await run("promote", "--refresh");
  await pull(repository);

  expect(await run("drift", "--fail")).toMatchObject({ code: 0 });
  expect(await run("check")).toMatchObject({ code: 0 });
  expect({ files: github.files(), branches: Object.keys(github.branches()) }).toEqual({ files: before, branches: ["main"] });
});
