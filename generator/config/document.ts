import { isMap, isNode } from "yaml";
import type { Finding, Location } from "../errors.ts";
import { compose, type YamlDocument } from "./compose.ts";
import { MAX_DEPTH, tooDeep } from "./depth.ts";
import { locateKey, locateValue, type Path, type Source, writtenAt } from "./locate.ts";
import { nodeProblems } from "./node-problems.ts";
import { findingAt, MAX_FINDINGS, startOf } from "./place.ts";
import { decodeText } from "./text.ts";
import { type Token, tokenize } from "./tokens.ts";
import { parserProblems, type TextProblem, tokenProblems } from "./yaml-problems.ts";

/** A YAML file that was read, with the way back from a value to its place in the file. */
export interface SourceDocument {
  readonly file: string;
  readonly value: unknown;
  /** Where the value stands; for a missing field, the key of the nearest parent that exists. */
  readonly locate: (path: Path) => Location;
  readonly keyLocation: (path: Path) => Location;
  /** A scalar as the file has it, `1.10` where the value is 1.1. */
  readonly written: (path: Path) => string | undefined;
}

/** Bytes to one YAML mapping without aliases, tags and other surprises, or all that is wrong with them. */
export function parseDocument(
  file: string,
  bytes: Uint8Array,
): { readonly document: SourceDocument } | { readonly findings: Finding[] } {
  const { document, findings } = readDocument(file, bytes);
  return document === undefined || findings.length > 0 ? { findings } : { document };
}

/** As `parseDocument`, and gives the document beside findings that leave it readable, so that its fields can be checked too. */
export function readDocument(
  file: string,
  bytes: Uint8Array,
): { readonly document: SourceDocument | undefined; readonly findings: Finding[] } {
  const decoded = decodeText(file, bytes);
  if ("findings" in decoded) return { document: undefined, findings: decoded.findings };
  const { text } = decoded;
  const tokens = tokenize(text);
  const deep = tooDeep(tokens);
  if (deep !== undefined) return { document: undefined, findings: [nestsTooDeep(file, text, deep)] };
  return readTokens(file, text, tokens);
}

function readTokens(file: string, text: string, tokens: readonly Token[]): ReturnType<typeof readDocument> {
  const documents = compose(tokens);
  const [root] = documents;
  const broken = [...tokenProblems(tokens), ...documents.flatMap(parserProblems), ...extraDocuments(documents)];
  const findings = (problems: readonly TextProblem[]) =>
    onePerPlace(problems).map(({ offset, code, text: words, path }) => findingAt(file, text, offset, code, words, path));
  if (broken.some(({ code }) => code !== "E_SECRET")) return { document: undefined, findings: findings(broken) };
  if (root === undefined || !isMap(root.contents)) return { document: undefined, findings: [noMapping(file, root)] };
  return {
    document: sourceDocument(file, text, root.toJS({ maxAliasCount: 0 })),
    findings: findings([...broken, ...nodeProblems(root.contents)]),
  };
}

/** The nodes of a file take many times its space, so they are made again when a place is asked for, which is rare. */
function sourceDocument(file: string, text: string, value: unknown): SourceDocument {
  let nodes: YamlDocument | undefined;
  const root = () => {
    nodes ??= compose(tokenize(text))[0];
    return nodes?.contents ?? null;
  };
  const source: Source = { file, text, root };
  return {
    file,
    value,
    locate: (path) => locateValue(source, path),
    keyLocation: (path) => locateKey(source, path),
    written: (path) => writtenAt(source, path),
  };
}

function extraDocuments(documents: readonly YamlDocument[]): TextProblem[] {
  return documents.slice(1, 2).map((document) => ({
    offset: document.range[0],
    code: "E_YAML",
    text: { message: "A second document begins here.", remedy: "Keep one document: remove the line --- and what follows it." },
  }));
}

/** The parser may say the same thing twice; of several problems of one kind at one place, the first is told. */
function onePerPlace(problems: readonly TextProblem[]): TextProblem[] {
  const byPlace = new Map<string, TextProblem>();
  for (const found of problems) {
    const place = `${found.offset} ${found.code}`;
    if (!byPlace.has(place)) byPlace.set(place, found);
  }
  return [...byPlace.values()].sort((a, b) => a.offset - b.offset).slice(0, MAX_FINDINGS);
}

function nestsTooDeep(file: string, text: string, token: Token): Finding {
  return findingAt(file, text, token.offset, "E_YAML", {
    message: `More than ${MAX_DEPTH} levels are nested in one another.`,
    reason: "No description is that deep, and such a file exhausts a parser.",
    remedy: "Close the brackets, or check the indentation.",
  });
}

function noMapping(file: string, document: YamlDocument | undefined): Finding {
  return startOf(file, "E_SHAPE", {
    message: `The file ${content(document)}; fields with values are wanted.`,
    remedy: "Begin with the lines apiVersion and kind, as the environments of the template do.",
  });
}

function content(document: YamlDocument | undefined): string {
  const value: unknown = document !== undefined && isNode(document.contents) ? document.contents.toJSON() : undefined;
  if (value === undefined || value === null) return "is empty";
  return Array.isArray(value) ? "is a list" : "is a single value";
}
