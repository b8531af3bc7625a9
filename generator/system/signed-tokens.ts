import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";

/**
 * A JSON Web Token for each subject, signed by a fresh RSA key, and that key's public half as DER in base64, which is what
 * `pulsar tokens create-key-pair` writes. The private half is forgotten: another token takes another key.
 */
export function signTokens<Name extends string>(subjects: Readonly<Record<Name, string>>) {
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const names = Object.keys(subjects) as Name[];
  return {
    publicKey: publicKey.export({ type: "spki", format: "der" }).toString("base64"),
    tokens: Object.fromEntries(names.map((name) => [name, token(privateKey, subjects[name])])) as Record<Name, string>,
  };
}

/** RFC 7515, compact, without a time at which it ends. */
function token(key: KeyObject, subject: string): string {
  const text = [{ alg: "RS256" }, { sub: subject }]
    .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
    .join(".");
  return `${text}.${sign("sha256", Buffer.from(text), key).toString("base64url")}`;
}
