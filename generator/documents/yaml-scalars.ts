import { stringify } from "yaml";

/** What a YAML 1.1 reader such as Kustomize takes for something else is quoted (`compat`), and nothing is folded. */
const OPTIONS = { version: "1.2", compat: "yaml-1.1", lineWidth: 0 } as const;

/**
 * Texts that no reader of YAML takes for anything else, which most are: they begin as no number, indicator or mark does, and neither
 * a key nor a comment begins within. What is left is for the library to judge, which takes some eighty times as long.
 */
const PLAIN = /^(?!e[-+]?\d)[a-z/$](?:[\w./$=@+*?%&|<>!(){}[\],;'"-]|:(?=\S)| (?=[^\s#]))*$/i;
/** The expression keeps a way back for each character, and has no room for those of some millions. */
const LONGEST_PLAIN = 100_000;
const WORDS: ReadonlySet<string> = new Set(["y", "n", "yes", "no", "on", "off", "true", "false", "null"]);

function isPlain(text: string): boolean {
  return text.length <= LONGEST_PLAIN && PLAIN.test(text) && !WORDS.has(text.toLowerCase());
}

/** The text of a key, quoted where it must be. */
export function renderKey(key: string): string {
  if (isPlain(key)) return key;
  return remember(keys, key, () => stringify({ [key]: 0 }, OPTIONS).slice(0, -": 0\n".length));
}

/** The text of a value without parts, in a block that is indented by `indent`. Further lines of a long text are indented too. */
export function renderScalar(value: unknown, indent: string): string {
  if (typeof value !== "string") return emptied(value) ?? String(value);
  if (isPlain(value)) return value;
  const text = remember(scalars, value, () => stringify({ a: value }, OPTIONS).slice("a: ".length, -1));
  return text.includes("\n") ? text.replace(/\n(?!\n|$)/g, `\n${indent}`) : text;
}

/** How an empty list or mapping is written; undefined for anything else. */
export function emptied(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if (Object.values(value).some((item) => item !== undefined)) return undefined;
  return Array.isArray(value) ? "[]" : "{}";
}

const keys = new Map<string, string>();
const scalars = new Map<string, string>();
const MAX_REMEMBERED = 20_000;

/** Environments share most of their texts. */
function remember(known: Map<string, string>, text: string, render: () => string): string {
  const found = known.get(text);
  if (found !== undefined) return found;
  if (known.size >= MAX_REMEMBERED) known.clear();
  const rendered = render();
  known.set(text, rendered);
  return rendered;
}
