import { describe, expect, it } from "vitest";
import { filesHoldNoSecrets } from "../../../generator/checks/repository/secret-text.ts";
import { repositoryOf } from "./tree.ts";

const TOKEN = `ghp_${"a1B2c3D4e5".repeat(4)}`;
const SEALED = `AgB${"qW7xT2mZk9LpR4vB8nYc3HdJ6sFg1UeAoKi5EtMbQwXzNhPyVrDjSfGuClTaO0".repeat(2)}`;

describe("filesHoldNoSecrets", () => {
  it.each([
    { path: "README.md", text: `# Guide\n\nUse ${TOKEN}.\n`, message: "Line 3 holds a GitHub token." },
    { path: "base/a.yaml", text: "# https://a:b@example.com\n", message: "Line 1 holds an address with a password." },
    {
      path: ".github/workflows/ci.yaml",
      text: `a: 1\nb: ${SEALED}\n`,
      message: "Line 2 holds a long random text, as keys and tokens are.",
    },
  ])("refuses $path, and does not tell the text", ({ path, text, message }) => {
    expect(filesHoldNoSecrets.find(repositoryOf({ [path]: text }))).toEqual([{ subject: path, message }]);
  });

  it("accepts hashes, commits and digests", () => {
    const hash = "0123456789abcdef".repeat(4);

    expect(
      filesHoldNoSecrets.find(repositoryOf({ "base/generated.sha256": `${hash}  a.yaml\n`, a: `sha256:${hash}\n` })),
    ).toEqual([]);
  });

  it("accepts what kubeseal has encrypted, where it belongs", () => {
    const object = `kind: SealedSecret\nspec:\n  encryptedData:\n    token: ${SEALED}\n`;
    const described = `secrets:\n  sealed:\n    kafka:\n      password: ${SEALED}\n`;

    expect(filesHoldNoSecrets.find(repositoryOf({ "a.yaml": object, "b.yaml": described }))).toEqual([]);
    expect(filesHoldNoSecrets.find(repositoryOf({ "a.yaml": object.replace("encryptedData", "data") }))).toHaveLength(1);
    expect(filesHoldNoSecrets.find(repositoryOf({ "a.yaml": object.replace(SEALED, TOKEN) }))).toHaveLength(1);
  });
});
