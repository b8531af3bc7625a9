import { afterEach, describe, expect, it, vi } from "vitest";
import { Cancelled, type Choice } from "../../generator/commands/ask.ts";
import { processOutput } from "../../generator/commands/output.ts";
import { proposeByDialogue } from "../../generator/commands/propose-dialogue.ts";
import { git } from "../support/git.ts";
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

interface Asked {
  readonly message: string;
  readonly choices?: readonly Choice[];
  readonly refuse?: (answer: string) => string | undefined;
}

/** A person with these answers, who breaks off when they run out. */
async function dialogue(answers: readonly (string | boolean)[]) {
  for (const [name, value] of Object.entries(SIGNED_OUT)) vi.stubEnv(name, value);
  const asked: Asked[] = [];
  const texts: string[] = [];
  const waiting = [...answers];
  const answer = (question: Asked) => {
    asked.push(question);
    const next = waiting.shift();
    if (next === undefined) throw new Cancelled();
    return next;
  };
  const asker = {
    choose: async (message: string, choices: readonly Choice[]) => String(answer({ message, choices })),
    search: async (message: string, choices: readonly Choice[]) => String(answer({ message, choices })),
    enter: async (message: string, _: string, refuse: Asked["refuse"] & {}) => String(answer({ message, refuse })),
    agree: async (message: string) => answer({ message }) === true,
    tell: (message: string) => void asked.push({ message }),
  };
  const stream = { write: (text: string) => void texts.push(text) };
  const out = processOutput(false, { stdout: stream, stderr: stream });
  return { root: await generatedClone(), out, asked, asker, printed: () => texts.join("") };
}
