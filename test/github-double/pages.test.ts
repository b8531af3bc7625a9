import { expect, it } from "vitest";
import { clientOf } from "./client.ts";
import { aGitHub } from "./index.ts";

it("gives lists in pages that link to one another", async () => {
  const github = await aGitHub({ owner: "acme", repo: "gitops", files: { "a.txt": "" } });
  for (const number of Array.from({ length: 105 }, (_, index) => index + 1)) {
    github.addCommit(`b-${number}`, { "a.txt": `${number}` }, `${number}`);
    github.addPullRequest(`b-${number}`, `${number}`);
  }
  const send = clientOf(github);
  const page = async (query: string) => {
    const { body, headers } = await send(`GET pulls?${query}`);
    return { numbers: body.map(({ number }: { number: number }) => number), link: headers.get("link") };
  };
  const links = (query: string, to: Record<string, number>) =>
    Object.entries(to)
      .map(([relation, number]) => `<${github.url}/repos/acme/gitops/pulls?${query}&page=${number}>; rel="${relation}"`)
      .join(", ");
  const numbers = (from: number, to: number) => Array.from({ length: from - to + 1 }, (_, index) => from - index);

  expect(await page("state=open")).toEqual({ numbers: numbers(105, 76), link: links("state=open", { next: 2, last: 4 }) });
  expect(await page("per_page=100&page=2")).toEqual({
    numbers: numbers(5, 1),
    link: links("per_page=100", { prev: 1, first: 1 }),
  });
  expect((await page("per_page=500")).numbers).toHaveLength(100);
  expect(await page("head=acme:b-7")).toEqual({ numbers: [7], link: null });
  expect(await page("head=acme:absent")).toEqual({ numbers: [], link: null });
  expect((await page("head=b-7")).numbers).toHaveLength(30);
});

it("cuts a recursive tree where it is told to, and says so", async () => {
  const github = await aGitHub({ owner: "acme", repo: "gitops", files: { "a/1": "", "a/2": "", b: "" } });
  const send = clientOf(github);
  const tree = async (query: string) => {
    const { body } = await send(`GET git/trees/main${query}`);
    return [body.truncated, ...body.tree.map(({ path }: { path: string }) => path)];
  };

  expect(await tree("?recursive=1")).toEqual([false, "a", "a/1", "a/2", "b"]);
  github.limitTrees(2);
  expect(await tree("?recursive=1")).toEqual([true, "a", "a/1"]);
  expect(await tree("")).toEqual([false, "a", "b"]);
});
