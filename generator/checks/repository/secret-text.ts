import type { Invariant, RepositoryTree } from "../invariant.ts";
import { isMap } from "../read-as.ts";
import { secretKind } from "../secrets/patterns.ts";
import { type TextFile, textFiles } from "./files.ts";

/** Objects are looked at rendered; this is about all the rest, comments and guides too. The message never tells the text. */
export const filesHoldNoSecrets: Invariant<RepositoryTree> = {
  name: "files-hold-no-secrets",
  code: "E_SECRET",
  severity: "error",
  reason: "Everyone who can read the repository has it, and Git keeps it.",
  remedy: "Remove it, and replace the credential where it was issued.",
  find: (tree) =>
    textFiles(tree).flatMap((file) => {
      const text = open(tree, file);
      if (secretKind(text) === undefined) return [];
      return findings(text).map((message) => ({ subject: file.path, message }));
    }),
};

/** By lines; what only several together show, a random text over two, is told of the file. */
function findings(text: string): string[] {
  const lines = text.split("\n").flatMap((line, index) => {
    const kind = secretKind(line);
    return kind === undefined ? [] : [`Line ${index + 1} holds ${kind}.`];
  });
  return lines.length > 0 ? lines : [`It holds ${secretKind(text)}.`];
}

/** Without what kubeseal has encrypted, which anybody may read. */
function open(tree: RepositoryTree, { path, text }: TextFile): string {
  if (!/\.ya?ml$/.test(path) || !/\b(?:SealedSecret|sealed)\b/.test(text)) return text;
  const ciphertexts = tree.parse(text).values.flatMap((value) => sealedTexts(value));
  return ciphertexts.reduce((rest, ciphertext) => rest.replaceAll(ciphertext, ""), text);
}

/** Under `encryptedData` of a SealedSecret, and under `sealed` of an environment or a profile. */
function sealedTexts(value: unknown): string[] {
  if (!isMap(value)) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    key === "encryptedData" || key === "sealed" ? textsIn(item) : sealedTexts(item),
  );
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return SEALED.test(value) ? [value] : [];
  return isMap(value) ? Object.values(value).flatMap(textsIn) : [];
}

/** kubeseal writes base64 of the session key's length first, 0x0200 for its RSA 4096: `Ag`. */
const SEALED = /^Ag[A-Za-z0-9+/=]{2,}$/;
