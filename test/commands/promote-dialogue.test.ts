import { afterEach, describe, expect, it, vi } from "vitest";
import { promoteByDialogue } from "../../generator/commands/promote-dialogue.ts";
import { git } from "../support/git.ts";
import { environmentFile, PLATFORM } from "../support/repository.ts";
import { runIn } from "../support/run.ts";
import { aPerson } from "./a-person.ts";
import { generatedClone, proposingRepository, SIGNED_OUT, signedIn } from "./proposal-repository.ts";

const ENVIRONMENTS = {
  dev: environment({ milvus: { version: "2.6.20", config: { proxy: { maxTaskNum: 512 } } } }),
  staging: environment({ milvus: { version: "2.6.18" } }),
  prod: environment({ milvus: { version: "2.6.18" } }),
};
const ORDER = { ...PLATFORM, promotion: ["dev", "staging", "prod"] };

afterEach(() => vi.unstubAllEnvs());

describe("promote on a terminal", () => {
  it("offers every step with what differs, then the fields, and opens what it has shown", async () => {
    const { root, github } = await proposingRepository(ENVIRONMENTS, ORDER);
    const { asker, asked, out, printed } = aPerson(["staging", ["milvus.version"], true], signedIn(github));

    const code = await promoteByDialogue({ directory: root }, out, asker);

    expect(code).toBe(0);
    expect(asked).toEqual([
      {
        message: "From where to where?",
        choices: [
          { value: "staging", label: "dev to staging", hint: "2 fields differ" },
          { value: "prod", label: "staging to prod", hint: "nothing differs" },
        ],
      },
      {
        message: "What should it carry?",
        choices: [
          { value: "milvus.version", label: "milvus.version", hint: 'now "2.6.18", then "2.6.20"' },
          { value: "milvus.config.proxy.maxTaskNum", label: "milvus.config.proxy.maxTaskNum", hint: "now nothing, then 512" },
        ],
      },
      { message: expect.stringMatching(/^Title: {5}staging: promote dev[\s\S]*--only milvus\.version/) },
      { message: "Open this pull request?" },
    ]);
    expect(printed()).toContain("opened https://github.com/acme/gitops/pull/1");
    expect(github.files(github.pullRequests()[0]?.branch)["overlays/staging/environment.yaml"]).not.toContain("maxTaskNum");
  });

  it("carries whatever differs where all fields are left chosen, in a branch of the clone without credentials", async () => {
    const root = await generatedClone(ENVIRONMENTS, ORDER);
    const all = ["milvus.version", "milvus.config.proxy.maxTaskNum"];
    const { asker, asked, out, printed } = aPerson(["staging", all, true], SIGNED_OUT);

    const code = await promoteByDialogue({ directory: root }, out, asker);

    expect({ code, last: asked.at(-1)?.message }).toEqual({ code: 0, last: "Make this branch in the clone?" });
    expect(printed()).toContain("committed to the local branch milvus-gitops--staging--promote");
    expect(await git(root, "log", "-1", "--format=%B", "milvus-gitops--staging--promote")).not.toContain("Promotes-only");
  });

  it("does not ask for fields that are named already", async () => {
    const root = await generatedClone(ENVIRONMENTS, ORDER);
    const { asker, asked, out } = aPerson(["staging", false], SIGNED_OUT);

    await promoteByDialogue({ directory: root, only: ["milvus.config"] }, out, asker);

    expect(asked.map(({ message }) => message.split("\n")[0])).toEqual([
      "From where to where?",
      "Title:     staging: promote dev, milvus.config.proxy.maxTaskNum set to 512",
      "Make this branch in the clone?",
    ]);
  });

  it.each([
    ["the last answer is no", ["staging", ["milvus.version"], false]],
    ["a question is broken off", ["staging"]],
    ["nothing differs", ["prod"]],
  ])("sends nothing where %s", async (_, answers) => {
    const { root, github } = await proposingRepository(ENVIRONMENTS, ORDER);
    const { asker, out } = aPerson(answers, signedIn(github));

    expect(await promoteByDialogue({ directory: root }, out, asker)).toBe(0);
    expect(github.writes()).toEqual([]);
  });
});

describe("promote in a pipe", () => {
  it.each([[[]], [["--only", "milvus.version"]]])(
    "asks nobody and says what is missing, before it asks GitHub: %j",
    async (args) => {
      const root = await generatedClone(ENVIRONMENTS, ORDER);

      const { code, stdout, stderr } = await runIn({ cwd: root, env: SIGNED_OUT }, "promote", ...args);

      expect({ code, stdout, stderr }).toEqual({
        code: 2,
        stdout: "",
        stderr: expect.stringMatching(/^It is not said from where to where\.\n {2}Name the environment .*\(E_OPTION\)\n$/),
      });
    },
  );
});

function environment(settings: Parameters<typeof environmentFile>[1]) {
  return environmentFile("development", { exposure: { type: "ClusterIP" }, ...settings });
}
