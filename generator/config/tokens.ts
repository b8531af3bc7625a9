import { CST, Lexer } from "yaml";

/** A piece of YAML as its lexer cuts it. The text of a scalar follows a mark of no width, and has the type `text`. */
export interface Token {
  readonly type: CST.TokenType | "text" | "unknown";
  readonly offset: number;
  readonly source: string;
}

/** Cuts a YAML text into tokens. Unlike the parser and the composer the lexer does not recurse, so no input exhausts its stack. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let offset = 0;
  let isText = false;
  for (const source of new Lexer().lex(text)) {
    const type = isText ? "text" : (CST.tokenType(source) ?? "unknown");
    isText = !isText && source === CST.SCALAR;
    tokens.push({ type, offset, source });
    if (!MARKS.has(source)) offset += source.length;
  }
  return tokens;
}

/** Control characters by which the lexer speaks to the parser; `decodeText` refuses them in a file. */
const MARKS: ReadonlySet<string> = new Set([CST.DOCUMENT, CST.FLOW_END, CST.SCALAR]);
