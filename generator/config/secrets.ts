import type { Finding } from "../errors.ts";
import type { SourceDocument } from "./document.ts";
import { formatPath } from "./format-path.ts";
import type { Path } from "./locate.ts";
import { finding } from "./place.ts";
import { isSecretKey, secretKind } from "./secret-patterns.ts";

/** Credentials written into a file, by the name of their field or by their look. Git keeps whatever was once committed. */
export function secretFindings(document: SourceDocument): Finding[] {
  const values = leaves(document.value, []).flatMap(({ path, value }) => {
    const message = isSealed(path) ? sealedProblem(value) : literalProblem(path, value);
    return message === undefined ? [] : [secretFinding(document, path, message)];
  });
  return [...values, ...secretKeys(document)];
}

/** A key that is a credential stands in the path of its value, so it is told by the map that holds it. */
function secretKeys(document: SourceDocument): Finding[] {
  return maps(document.value, []).flatMap(({ path, keys }) =>
    keys.flatMap((key) => {
      const kind = secretKind(key);
      return kind === undefined ? [] : [secretFinding(document, path, `A key (hidden) is ${kind}.`)];
    }),
  );
}

interface KeyedMap {
  readonly path: Path;
  readonly keys: readonly string[];
}

function maps(value: unknown, path: Path): KeyedMap[] {
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item, index) => maps(item, [...path, index]));
  const below = Object.entries(value).flatMap(([key, item]) => maps(item, [...path, key]));
  return [{ path, keys: Object.keys(value) }, ...below];
}

interface Leaf {
  readonly path: Path;
  readonly value: unknown;
}

function leaves(value: unknown, path: Path): Leaf[] {
  if (typeof value !== "object" || value === null) return [{ path, value }];
  if (Array.isArray(value)) return value.flatMap((item, index) => leaves(item, [...path, index]));
  return Object.entries(value).flatMap(([key, item]) => leaves(item, [...path, key]));
}

/** `secrets.sealed` of an environment or a profile holds what `kubeseal` prints, which only the cluster can read. */
function isSealed(path: Path): boolean {
  const start = path[0] === "profiles" ? 2 : 0;
  return path[start] === "secrets" && path[start + 1] === "sealed";
}

/** kubeseal writes base64 of the session key's length first, 0x0200 for its RSA 4096: `Ag`. */
const SEALED = /^Ag[A-Za-z0-9+/]{100,}={0,2}$/;

function sealedProblem(value: unknown): string | undefined {
  if (typeof value !== "string" || SEALED.test(value)) return undefined;
  return "The value (hidden) is not encrypted by kubeseal.";
}

function literalProblem(path: Path, value: unknown): string | undefined {
  if (typeof value !== "string" && typeof value !== "number") return undefined;
  const kind = secretKind(String(value));
  if (kind !== undefined) return `The value (hidden) is ${kind}.`;
  return isSecretKey(path.at(-1)) && !isReference(String(value)) ? "The value (hidden) is a credential." : undefined;
}

/** Empty, or an environment variable that a Secret fills. */
function isReference(value: string): boolean {
  return /^(?:|\$\([A-Za-z_]\w*\)|\$\{[A-Za-z_]\w*\})$/.test(value);
}

function secretFinding(document: SourceDocument, path: Path, message: string): Finding {
  return finding(document.locate(path), formatPath(path), "E_SECRET", {
    message,
    reason: "Everyone who can read the repository has it, and Git keeps it.",
    remedy: `${isSealed(path) ? SEAL_IT : MOVE_IT} Replace it where it was issued if it was ever committed.`,
  });
}

const SEAL_IT = "Put here what kubeseal --raw prints for it.";
const MOVE_IT = "Put it in a Secret that secrets.provider names.";
