import type { Finding } from "../errors.ts";
import { findingAt, MAX_FINDINGS, startOf } from "./place.ts";

const MAX_BYTES = 256 * 1024;

/** Bytes to text: UTF-8 without a byte order mark, at most 256 KiB, and nothing in it that an editor does not show. */
export function decodeText(file: string, bytes: Uint8Array): { readonly text: string } | { readonly findings: Finding[] } {
  if (bytes.length > MAX_BYTES) return { findings: [tooLarge(file, bytes.length)] };
  const mark = byteOrderMark(bytes);
  if (mark !== undefined) return { findings: [wrongEncoding(file, mark)] };
  const text = decode(bytes, false);
  if (text === undefined) return { findings: [invalidBytes(file, bytes, validPrefix(bytes))] };
  const findings = hiddenCharacters(text)
    .slice(0, MAX_FINDINGS)
    .map(({ offset, character }) => hiddenCharacter(file, text, offset, character));
  return findings.length === 0 ? { text } : { findings };
}

/**
 * Characters that YAML or an editor treats as something else than what is seen: control characters, the line breaks of other
 * standards, direction overrides (CVE-2021-42574), zero-width and tag characters, and halves of a surrogate pair.
 */
export function hiddenCharacters(text: string): { readonly offset: number; readonly character: string }[] {
  return [...text.matchAll(HIDDEN)].map((match) => ({ offset: match.index, character: codePoint(match[0]) }));
}

const HIDDEN = new RegExp(
  [
    "[\\0-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F-\\x9F]",
    "\\r(?!\\n)",
    "[\\u061C\\u200B\\u200E\\u200F\\u2028-\\u202E\\u2060-\\u206F\\uFEFF\\uFFFE\\uFFFF]",
    "[\\u{E0000}-\\u{E007F}]",
    "\\p{Surrogate}",
  ].join("|"),
  "gu",
);

function codePoint(character: string): string {
  const hex = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
  return `U+${hex.padStart(4, "0")}`;
}

function tooLarge(file: string, size: number): Finding {
  return startOf(file, "E_SIZE", {
    message: `The file has ${size} bytes; at most ${MAX_BYTES} (256 KiB) are read.`,
    reason: "A description of an environment has a few kilobytes; a file of this size is something else.",
    remedy: "Remove what does not describe the environment.",
  });
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return "UTF-8 with a byte order mark";
  if (first === 0xff && second === 0xfe) return "UTF-16";
  if (first === 0xfe && second === 0xff) return "UTF-16";
  return undefined;
}

function wrongEncoding(file: string, encoding: string): Finding {
  const message = `The file is ${encoding}; plain UTF-8 is wanted.`;
  return startOf(file, "E_ENC", { message, remedy: "Save the file as UTF-8 without a byte order mark." });
}

/** The text before the first byte that is not UTF-8, with its length in bytes; found by halving, with the platform's decoder as the judge. */
function validPrefix(bytes: Uint8Array): { readonly text: string; readonly length: number } {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (isUtf8(bytes.subarray(0, middle))) low = middle;
    else high = middle - 1;
  }
  const text = new TextDecoder().decode(bytes.subarray(0, low), { stream: true });
  return { text, length: decode(bytes.subarray(0, low), false) === undefined ? low - 1 : low };
}

/** A character that is cut off at the end still counts: the next byte may complete it. */
function isUtf8(bytes: Uint8Array): boolean {
  return decode(bytes, true) !== undefined;
}

function decode(bytes: Uint8Array, stream: boolean): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes, { stream });
  } catch {
    return undefined;
  }
}

function invalidBytes(file: string, bytes: Uint8Array, valid: { readonly text: string; readonly length: number }): Finding {
  const found = (bytes[valid.length] ?? 0).toString(16).toUpperCase().padStart(2, "0");
  return findingAt(file, valid.text, valid.text.length, "E_ENC", {
    message: `The byte 0x${found} is not UTF-8.`,
    remedy: "Save the file as UTF-8.",
  });
}

function hiddenCharacter(file: string, text: string, offset: number, character: string): Finding {
  return findingAt(file, text, offset, "E_ENC", {
    message: `The character ${character} is not allowed.`,
    reason: "It cannot be seen in a review, and tools disagree about what it does.",
    remedy: "Delete the character, or type it again.",
  });
}
