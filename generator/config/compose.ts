import { Composer, type CST, type Document, type ParsedNode, Parser } from "yaml";
import type { Token } from "./tokens.ts";

export type YamlDocument = Document.Parsed<ParsedNode, false>;

/**
 * What `parseAllDocuments` of `yaml` does, from tokens that were looked at before. `yaml` compares every key with every other
 * (40,000 keys took 8 s), so duplicates are found elsewhere.
 */
export function compose(tokens: readonly Token[]): YamlDocument[] {
  const composer = new Composer<ParsedNode, false>(OPTIONS);
  return [...composer.compose(concreteTokens(tokens))] as YamlDocument[];
}

const OPTIONS = {
  schema: "core",
  version: "1.2",
  strict: true,
  stringKeys: true,
  uniqueKeys: false,
  merge: false,
  resolveKnownTags: false,
} as const;

function* concreteTokens(tokens: readonly Token[]): Generator<CST.Token, void> {
  const parser = new Parser();
  for (const token of tokens) yield* parser.next(token.source);
  yield* parser.end();
}
