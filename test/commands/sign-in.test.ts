import { generateKeyPairSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { repositoryAddress } from "../../generator/commands/proposals/address.ts";
import { findCredentials } from "../../generator/commands/proposals/credentials.ts";
import { GeneratorError } from "../../generator/errors.ts";
import { PLATFORM } from "../support/repository.ts";
import { runIn } from "../support/run.ts";
import { generatedClone, SIGNED_OUT } from "./proposal-repository.ts";
import { DEV, PROD } from "./repositories.ts";

const KEY = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ type: "pkcs1", format: "pem" }).toString();
const SIX = ["propose", "--env", "prod", "--set", "milvus.roles.queryNode.replicas=6"] as const;

const GITLAB = { ...PLATFORM, repository: { url: "https://gitlab.com/acme/gitops.git", branch: "main" } };

describe("the address of GitHub's API", () => {
  it.each([
    ["https://github.com/acme/gitops.git", {}, "https://api.github.com"],
    ["git@github.com:acme/gitops.git", {}, "https://api.github.com"],
    ["ssh://git@ssh.github.com:443/acme/gitops.git", {}, "https://api.github.com"],
    ["https://GitHub.com/acme/gitops", {}, "https://api.github.com"],
    ["https://acme.ghe.com/acme/gitops", {}, "https://api.acme.ghe.com"],
    ["https://git.example.com/acme/gitops", { GH_HOST: "git.example.com" }, "https://git.example.com/api/v3"],
    [
      "https://git.example.com/acme/gitops",
      { GITHUB_API_URL: "https://git.example.com/api/v3/" },
      "https://git.example.com/api/v3",
    ],
    ["https://github.com/acme/gitops", { GITHUB_API_URL: "http://127.0.0.1:1234" }, "http://127.0.0.1:1234"],
  ])("follows from %s with %j", (url, env, apiUrl) => {
    expect(repositoryAddress(url, env, "a branch")).toEqual({ owner: "acme", repo: "gitops", apiUrl });
  });

  it.each([
    ["https://gitlab.com/acme/gitops.git", {}, "gitlab.com"],
    ["git@bitbucket.org:acme/gitops.git", {}, "bitbucket.org"],
    ["https://git.example.com/acme/gitops.git", {}, "git.example.com"],
    ["https://git.example.com/acme/gitops.git", { GH_HOST: "other.example.com" }, "git.example.com"],
    // A runner of github.com sets it for every job.
    ["https://git.example.com/acme/gitops.git", { GITHUB_API_URL: "https://api.github.com" }, "git.example.com"],
    ["https://gitlab.com/group/below/gitops.git", {}, "gitlab.com"],
    ["https://github.com@git.example.com/acme/gitops.git", {}, "github.com@git.example.com"],
    ["https://notgithub.com/acme/gitops.git", {}, "notgithub.com"],
  ])("is nobody's word for %s with %j, so no credentials go there", (url, env, host) => {
    const failure = failureOf(() => repositoryAddress(url, env, "a branch"));

    expect(failure).toMatchObject({
      code: "E_URL",
      exitCode: 2,
      message: `repository.url in gitops.yaml is on ${host}, and pull requests need GitHub.`,
      remedy: `For an Enterprise Server, set GITHUB_API_URL=https://${host}/api/v3. On any other forge, --local makes a branch in this clone that you push yourself.`,
    });
  });

  it.each(["https://github.com/acme", "https://github.com/acme/gitops/tree/main"])("needs an owner and a name: %s", (url) => {
    expect(failureOf(() => repositoryAddress(url, {}, "a branch"))).toMatchObject({
      code: "E_URL",
      message: `repository.url in gitops.yaml, ${url}, is not the address of a GitHub repository.`,
    });
  });
});

describe("credentials", () => {
  it.each<[string, Record<string, string>, unknown]>([
    ["nothing", {}, undefined],
    ["a token", { GITHUB_TOKEN: "a" }, { token: "a" }],
    ["the token of gh", { GH_TOKEN: "b" }, { token: "b" }],
    [
      "an App before a token",
      { GITHUB_APP_ID: "12", GITHUB_APP_PRIVATE_KEY: KEY, GITHUB_TOKEN: "a" },
      { appId: "12", privateKey: KEY, installationId: undefined },
    ],
    [
      "an App with a key of one line and its installation",
      {
        GITHUB_APP_ID: "Iv23liabc",
        GITHUB_APP_PRIVATE_KEY: KEY.replaceAll("\n", "\\n"),
        GITHUB_APP_INSTALLATION_ID: "34",
      },
      { appId: "Iv23liabc", privateKey: KEY, installationId: 34 },
    ],
    ["empty variables, as of a workflow without an App", { GITHUB_APP_ID: "", GITHUB_APP_PRIVATE_KEY: "" }, undefined],
  ])("are %s", (_, env, credentials) => {
    expect(findCredentials(env)).toEqual(credentials);
  });

  it.each<[string, Record<string, string>, string[]]>([
    ["an App without a key", { GITHUB_APP_ID: "12" }, ["GITHUB_APP_PRIVATE_KEY is not set."]],
    ["a key without an App", { GITHUB_APP_PRIVATE_KEY: KEY }, ["GITHUB_APP_ID is not set."]],
    [
      "an installation that is no number",
      { GITHUB_APP_ID: "12", GITHUB_APP_PRIVATE_KEY: KEY, GITHUB_APP_INSTALLATION_ID: "12ab" },
      ["GITHUB_APP_INSTALLATION_ID is not a whole number."],
    ],
    [
      "an installation alone",
      { GITHUB_APP_INSTALLATION_ID: "0" },
      ["GITHUB_APP_ID is not set.", "GITHUB_APP_PRIVATE_KEY is not set.", "GITHUB_APP_INSTALLATION_ID is not a whole number."],
    ],
    [
      "nothing of which is right",
      { GITHUB_APP_ID: "my app", GITHUB_APP_PRIVATE_KEY: "app.pem", GITHUB_APP_INSTALLATION_ID: "1e3" },
      [
        "GITHUB_APP_ID is neither a number nor a client id.",
        "GITHUB_APP_PRIVATE_KEY is not an RSA key in PEM form.",
        "GITHUB_APP_INSTALLATION_ID is not a whole number.",
      ],
    ],
  ])("are refused whole, and a token does not stand in, for %s", (_, env, problems) => {
    const failure = failureOf(() => findCredentials({ ...env, GITHUB_TOKEN: "a" }));

    expect(failure).toMatchObject({
      code: "E_GITHUB_TOKEN",
      exitCode: 2,
      message: ["The GitHub App cannot be signed in:", ...problems.map((problem) => `  ${problem}`)].join("\n"),
      remedy: "Set GITHUB_APP_ID and GITHUB_APP_PRIVATE_KEY as GitHub gave them, or none of the App's variables.",
    });
  });
});

describe("a repository that is not on GitHub", () => {
  it.each([
    ["with a token", { GITHUB_TOKEN: "a" }],
    ["without one", {}],
  ])("is told so %s", async (_, env) => {
    const root = await generatedClone({ dev: DEV, prod: PROD }, GITLAB);

    const { code, stderr } = await runIn({ cwd: root, env: { ...SIGNED_OUT, ...env } }, ...SIX);

    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining("is on gitlab.com, and pull requests need") });
  });

  it("has a dry run of its clone, whatever credentials there are", async () => {
    const root = await generatedClone({ dev: DEV, prod: PROD }, GITLAB);

    const { code, stdout } = await runIn({ cwd: root, env: { ...SIGNED_OUT, GITHUB_TOKEN: "a" } }, ...SIX, "--dry-run");

    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining("Title:     prod: ") });
  });
});

describe("a command that can do nothing without GitHub", () => {
  const ONLY_ON_GITHUB = [
    ["promote", "--refresh"],
    ["promote", "--refresh", "--dry-run"],
    ["review", "--pull-request", "7", "--from", "HEAD", "--to", "HEAD"],
    ["queue", "--merge-group", `gh-readonly-queue/main/pr-7-${"a".repeat(40)}`, "--head", "HEAD"],
  ].map((args) => ({ args, command: args.join(" ") }));

  it.each(ONLY_ON_GITHUB)("asks for credentials, and names no option that it does not take: $command", async ({ args }) => {
    const root = await generatedClone();

    const { code, stderr } = await runIn({ cwd: root, env: SIGNED_OUT }, ...args);

    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringMatching(
        /There is nothing to sign in to GitHub with\.\n {2}Set GITHUB_TOKEN .* GITHUB_APP_PRIVATE_KEY\. \(E_GITHUB_TOKEN\)\n$/,
      ),
    });
    expect(stderr).not.toContain("--local");
  });

  it.each(ONLY_ON_GITHUB)("says so of another forge before it asks for credentials: $command", async ({ args }) => {
    const root = await generatedClone({ dev: DEV, prod: PROD }, GITLAB);

    const { code, stderr } = await runIn({ cwd: root, env: SIGNED_OUT }, ...args);

    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringMatching(/is on gitlab\.com, and pull requests need GitHub\.\n.*\/api\/v3\. \(E_URL\)\n$/),
    });
  });
});

function failureOf(action: () => unknown): GeneratorError {
  try {
    action();
  } catch (error) {
    if (error instanceof GeneratorError) return error;
    throw error;
  }
  throw new Error("it was not refused");
}
