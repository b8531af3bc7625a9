import { afterEach, describe, expect, it, vi } from "vitest";
import { proposeByDialogue } from "../../generator/commands/propose-dialogue.ts";
import { git } from "../support/git.ts";
import { aPerson } from "./a-person.ts";
import { generatedClone, SIGNED_OUT } from "./proposal-repository.ts";

afterEach(() => vi.unstubAllEnvs());

describe("propose on a terminal", () => {
  it("offers environments, fields, present and allowed values, shows the pull request, and makes it when that is wanted", async () => {
    const { root, out, printed, asked, asker } = await dialogue(["prod", "imagePullPolicy", "Always", false, true]);

    const code = await proposeByDialogue({ directory: root }, out, asker);

    expect(code).toBe(0);
    expect(asked[0]?.choices).toEqual([
      { value: "dev", label: "dev", hint: "profile development" },
      { value: "prod", label: "prod", hint: "profile production" },
    ]);
    expect(asked[1]?.choices).toContainEqual({
      value: "milvus.roles.queryNode.replicas",
      label: "milvus.roles.queryNode.replicas",
      hint: "now 3; Number of pods.",
    });
    expect(asked[2]?.choices?.map(({ value }) => value)).toEqual(["IfNotPresent", "Always"]);
    expect(asked.map(({ message }) => message)).toEqual([
      "Which environment should change?",
      "Which field? Type a part of its name.",
      "imagePullPolicy, now IfNotPresent",
      "Change another field?",
      expect.stringContaining("Title:     prod: imagePullPolicy"),
      "Make this branch in the clone?",
    ]);
    expect(printed()).toContain("committed to the local branch milvus-gitops--prod--propose-");
  });

  it("says at once what is wrong with a value", async () => {
    const { root, out, asked, asker } = await dialogue(["prod", "etcd.replicas", "3", false]);

    await proposeByDialogue({ directory: root }, out, asker);

    expect(asked[2]?.refuse?.("[")).toEqual(expect.any(String));
    expect(asked[2]?.refuse?.("5")).toBeUndefined();
  });

  it("sends nothing when the last question is answered with no, or any is broken off", async () => {
    const no = await dialogue(["prod", "imagePullPolicy", "Always", false, false]);
    const broken = await dialogue(["prod"]);

    const codes = [
      await proposeByDialogue({ directory: no.root }, no.out, no.asker),
      await proposeByDialogue({ directory: broken.root }, broken.out, broken.asker),
    ];

    expect(codes).toEqual([0, 0]);
    expect(await git(no.root, "branch", "--format=%(refname:short)")).toBe("main\n");
    expect(await git(broken.root, "branch", "--format=%(refname:short)")).toBe("main\n");
  });
});

async function dialogue(answers: readonly (string | boolean)[]) {
  return { root: await generatedClone(), ...aPerson(answers, SIGNED_OUT) };
}
