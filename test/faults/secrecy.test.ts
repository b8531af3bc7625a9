import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { contentsOf, put } from "../system/temporary-folder.ts";
import { inBatches } from "./batches.ts";
import { aMachine, start } from "./machine.ts";
import { aGeneratedRepository, aRepository, SMALL, treeOf } from "./small-repository.ts";

const machine = aMachine("generate", "check", "secrets");

/** Of the form that each issuer gives them; none of them opens anything. */
const TOKEN = `ghp_${"q9Z".repeat(12)}`;
const VARIABLES = {
  AWS_ACCESS_KEY_ID: "AKIAQ9ZQ9ZQ9ZQ9ZQ9ZQ",
  AWS_SECRET_ACCESS_KEY: `wJ4${"lrXUtnFEMI".repeat(3)}bP7xR`,
  AWS_SESSION_TOKEN: `FwoG${"ZXIvYXdzEBYa".repeat(4)}`,
  AZURE_CLIENT_SECRET: "3Q8~hVtR2pLq9xW4zN7cKd",
  DATABASE_PASSWORD: "correct-horse-battery",
  GITHUB_TOKEN: TOKEN,
  GOOGLE_CREDENTIALS: '{"private_key":"MIIEvQIBADAN"}',
  KUBE_API_KEY: "k8s-Zm9vYmFyYmF6cXV4",
  NPM_AUTH_TOKEN: "npm_Q9zQ9zQ9zQ9zQ9zQ9zQ9zQ9zQ9zQ9zQ9zQ9z",
};
const VALUES = Object.values(VARIABLES);

const COMMANDS: readonly string[][] = [
  ["generate"],
  ["generate", "--json"],
  ["generate", "--diff"],
  ["check"],
  ["check", "--json"],
  ["doctor"],
  ["doctor", "--json"],
  ["secrets", "--env", "dev"],
  ["schema"],
];

const heldIn = (text: string): string[] => VALUES.filter((value) => text.includes(value));

describe("credentials in variables", () => {
  it.each(COMMANDS)("reach no output, file, cache, argument, or variable of a program that %s starts", async (...args) => {
    const root = aRepository();
    const log = join(root, "log");
    const script = `#!/bin/sh\nprintf '%s\\n' "$@" >> "${log}"\nenv >> "${log}"\necho v5.8.1\n`;
    const env = { ...VARIABLES, KUSTOMIZE: put(root, "bin/kustomize", script, 0o755) };

    const { code, stdout, stderr } = await start(machine, args, { env, cwd: root });

    expect({ code, held: heldIn(`${stdout}${stderr}`) }).toEqual({ code: args[0] === "check" ? 3 : 0, held: [] });
    if (args[0] === "doctor") expect(readFileSync(log, "utf8")).toMatch(/^version\n(?:.*\n)*PATH=/);
    expect([root, machine.cache].flatMap((folder) => Object.values(contentsOf(folder))).flatMap(heldIn)).toEqual([]);
  });
});

const HEAD = "apiVersion: gitops.milvus.dev/v1alpha1\nkind: Environment\nprofile: development\n";

describe("a credential in a file", () => {
  it.each([
    ["as a label", `labels: { team: ${TOKEN} }\n`],
    ["as a variable of a role", `milvus: { roles: { proxy: { env: { GH: ${TOKEN} } } } }\n`],
    ["as a value of a list", `owners: ["${TOKEN}"]\n`],
    ["where a choice is wanted", `imagePullPolicy: ${TOKEN}\n`],
    ["where a number is wanted", `etcd: { replicas: ${TOKEN} }\n`],
    ["where a mapping is wanted", `etcd: ${TOKEN}\n`],
    ["where a quantity is wanted", `etcd: { storage: { size: ${TOKEN} } }\n`],
    ["where a version is wanted", `milvus: { version: ${TOKEN} }\n`],
    ["where a name is wanted", `namespace: ${TOKEN}\n`],
    ["in an address", `cluster: { server: "https://robot:${TOKEN}@k8s.example.com" }\n`],
    ["in a field that does not exist", `token: ${TOKEN}\n`],
    ["as the name of a field", `${TOKEN}: yes\n`],
    ["in a comment", `# ${TOKEN}\n`],
    ["in a line that is no YAML", `labels: { team: "${TOKEN}\n`],
    ["behind a tag", `labels: { team: !secret ${TOKEN} }\n`],
    ["as an alias", `labels: *${TOKEN}\n`],
    ["as a key that is there twice", `labels: { ${TOKEN}: "x", ${TOKEN}: "y" }\n`],
  ])("%s is refused, and is not told again", async (_where, line) => {
    const root = aRepository({ ...SMALL, "overlays/dev/environment.yaml": `${HEAD}${line}` });
    const before = treeOf(root);

    await inBatches([["generate"], ["generate", "--json"], ["check"], ["secrets", "--env", "dev"]], async (args) => {
      const { code, stdout, stderr } = await start(machine, [...args, "-C", root]);
      expect({ args, code, isTold: `${stdout}${stderr}`.includes(TOKEN) }).toEqual({ args, code: 2, isTold: false });
    });

    expect(treeOf(root)).toEqual(before);
    expect(existsSync(join(root, "node_modules/.cache"))).toBe(false);
  });

  it("is named by its code and its place", async () => {
    const root = aRepository({ ...SMALL, "overlays/dev/environment.yaml": `${HEAD}labels: { team: ${TOKEN} }\n` });

    expect((await start(machine, ["generate", "-C", root])).stderr).toMatch(
      /^overlays\/dev\/environment\.yaml:4:17 labels\.team: The value \(hidden\) is a GitHub token\.\n(?:.*\n)*.*\(E_SECRET\)\n/,
    );
  });

  it("that somebody wrote into a generated file is in the difference, which is on that person's screen alone", async () => {
    const root = await aGeneratedRepository(machine);
    put(root, "base/etcd/service.yaml", `token: ${TOKEN}\n`);

    const { code } = await start(machine, ["generate", "-C", root]);

    expect(code).toBe(3);
    for (const folder of [join(root, "node_modules"), machine.cache]) {
      expect(Object.values(contentsOf(folder)).filter((text) => text.includes(TOKEN))).toEqual([]);
    }
  });
});
