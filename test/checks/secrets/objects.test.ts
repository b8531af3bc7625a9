import { describe, expect, it } from "vitest";
import { noSecretText } from "../../../generator/checks/secrets/no-secret-text.ts";
import { secretsHoldNothing } from "../../../generator/checks/secrets/secret-objects.ts";
import { adding, anObject, plannedTree, set, setAnnotation } from "../quorum/edits.ts";

const TREE = plannedTree("production");
const GITHUB = `ghp_${"a1B2".repeat(9)}`;
const RANDOM = "q9Zt4Rk1Vx7Lm2Pw8Ns3Yb6Hd5Jc0Gf4";

describe("secretsHoldNothing", () => {
  it("accepts a Secret that is a place for what comes from elsewhere", () => {
    expect(secretsHoldNothing.find(TREE)).toEqual([]);
    expect(secretsHoldNothing.find(adding(anObject("Secret", "x"), anObject("Secret", "y", { data: {} }))(TREE))).toEqual([]);
  });

  it.each(["data", "stringData"])("refuses a Secret with %s", (field) => {
    expect(secretsHoldNothing.find(adding(anObject("Secret", "x", { [field]: { a: "YQ==" } }))(TREE))).toEqual([
      { subject: "Secret milvus-prod/x", message: `It has ${field}.` },
    ]);
  });
});

describe("noSecretText", () => {
  it("accepts what the generator writes, ciphertext and references too", () => {
    const sealed = { "access-key": `Ag${RANDOM.repeat(4)}`, "secret-key": `Ag${RANDOM.repeat(4)}` };

    expect(noSecretText.find(TREE)).toEqual([]);
    expect(
      noSecretText.find(
        plannedTree("production", {
          secrets: {
            provider: "sealed-secrets",
            sealed: { objectStorage: sealed, milvusRoot: { password: `Ag${RANDOM.repeat(4)}` } },
          },
        }),
      ),
    ).toEqual([]);
    expect(
      noSecretText.find(plannedTree("production", { secrets: { provider: "external-secrets", store: { name: "vault" } } })),
    ).toEqual([]);
  });

  it.each([
    {
      place: "an argument",
      edit: set("StatefulSet etcd", "spec.template.spec.containers.0.args", ["--token", GITHUB]),
      found: "spec.template.spec.containers.0.args.1 holds a GitHub token.",
    },
    {
      place: "an annotation",
      edit: setAnnotation("StatefulSet etcd", "acme.com/hook", "https://user:secret@example.com"),
      found: "metadata.annotations.acme.com/hook holds an address with a password.",
    },
    {
      place: "a random text",
      edit: setAnnotation("StatefulSet etcd", "acme.com/key", RANDOM),
      found: "metadata.annotations.acme.com/key holds a long random text, as keys and tokens are.",
    },
  ])("finds $place, and never repeats it", ({ edit, found }) => {
    expect(noSecretText.find(edit(TREE))).toEqual([{ subject: "StatefulSet milvus-prod/etcd", message: found }]);
  });

  it("finds it in objects of kinds that nobody knows, and in a SealedSecret beside the ciphertext", () => {
    const unknown = anObject("Widget", "w", { spec: [{ deep: { AKIA: "AKIAABCDEFGHIJKLMNOP" } }, null, 1] });
    const sealed = anObject("SealedSecret", "s", { spec: { encryptedData: { a: RANDOM }, template: { data: { a: RANDOM } } } });

    expect(noSecretText.find(adding(unknown, sealed)(TREE))).toEqual([
      { subject: "Widget milvus-prod/w", message: "spec.0.deep.AKIA holds an AWS access key." },
      {
        subject: "SealedSecret milvus-prod/s",
        message: "spec.template.data.a holds a long random text, as keys and tokens are.",
      },
    ]);
  });
});
