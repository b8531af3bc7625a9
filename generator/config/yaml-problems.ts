import type { ErrorCode } from "yaml";
import type { Code } from "./codes.ts";
import type { YamlDocument } from "./compose.ts";
import type { ProblemText } from "./problem.ts";
import { secretKind } from "./secret-patterns.ts";
import { shownText } from "./shown.ts";
import type { Token } from "./tokens.ts";

/** A problem at an offset of the text. */
export interface TextProblem {
  readonly offset: number;
  /** The field, as far as one is known. */
  readonly path?: string;
  readonly code: Code;
  readonly text: ProblemText;
}

/** What the tokens alone tell: anchors, aliases, tags, directives, and credentials in comments. */
export function tokenProblems(tokens: readonly Token[]): TextProblem[] {
  return tokens.flatMap((token) => {
    const found = TOKEN_PROBLEMS[token.type]?.(token.source);
    return found === undefined ? [] : [{ ...found, offset: token.offset }];
  });
}

/** The parser's errors and warnings, both fatal. The parser's own texts quote the file, which may hold a secret, so they are not used. */
export function parserProblems(document: YamlDocument): TextProblem[] {
  return [...document.errors, ...document.warnings]
    .filter(({ code }) => !SEEN_IN_TOKENS.has(code))
    .map(({ code, pos }) => {
      const text = PARSER_TEXTS[code] ?? OTHER;
      return { offset: pos[0], code: code === "NON_STRING_KEY" ? "E_TYPE" : "E_YAML", text };
    });
}

type TokenProblem = Omit<TextProblem, "offset">;

const SPELL_OUT = "Write the values out where they are used.";

const TOKEN_PROBLEMS: Readonly<Partial<Record<Token["type"], (source: string) => TokenProblem | undefined>>> = {
  anchor: (source) => ({
    code: "E_ALIAS",
    text: { message: `The anchor ${shownText(source)} is not allowed.`, remedy: SPELL_OUT },
  }),
  alias: (source) => ({
    code: "E_ALIAS",
    text: {
      message: `The alias ${shownText(source)} is not allowed.`,
      reason: "One line would change several fields, and a file of ten lines can grow to gigabytes.",
      remedy: `${SPELL_OUT} A text that begins with * needs quotes.`,
    },
  }),
  tag: (source) => ({
    code: "E_TAG",
    text: {
      message: `The tag ${shownText(source)} is not allowed.`,
      remedy: "Remove the tag. A text that begins with an exclamation mark needs quotes.",
    },
  }),
  "directive-line": (source) => ({
    code: "E_YAML",
    text: {
      message: `The directive ${shownText(source)} is not allowed.`,
      reason: "Every file is read as YAML 1.2.",
      remedy: "Remove the line.",
    },
  }),
  comment: (source) => {
    const kind = secretKind(source);
    if (kind === undefined) return undefined;
    return { code: "E_SECRET", text: { message: `The comment holds ${kind}.`, reason: KEPT, remedy: REVOKE } };
  },
};

const KEPT = "Everyone who can read the repository has it, and Git keeps it.";
const REVOKE = "Remove it, and replace the credential where it was issued.";

/** Their tokens have been reported with the exact place. */
const SEEN_IN_TOKENS: ReadonlySet<ErrorCode> = new Set([
  "ALIAS_PROPS",
  "BAD_ALIAS",
  "BAD_DIRECTIVE",
  "MULTIPLE_ANCHORS",
  "MULTIPLE_TAGS",
  "TAG_RESOLVE_FAILED",
]);

const OTHER: ProblemText = {
  message: "The YAML is malformed here.",
  remedy: "Check brackets, quotes and indentation; a text with special characters needs quotes.",
};

const PARSER_TEXTS: Readonly<Partial<Record<ErrorCode, ProblemText>>> = {
  BAD_DQ_ESCAPE: {
    message: "The escape after the backslash does not exist.",
    remedy: "Write \\\\ for a backslash, or use single quotes.",
  },
  BAD_INDENT: {
    message: "The line is not indented as its block, or a bracket before it is not closed.",
    remedy: "Line the field up with the fields next to it, and close the bracket.",
  },
  BAD_SCALAR_START: {
    message: "A text without quotes cannot begin with this character.",
    remedy: "Put the text in quotes.",
  },
  BLOCK_AS_IMPLICIT_KEY: {
    message: "A field begins where the value of another is expected.",
    remedy: "Indent the fields of one block alike; put a text that holds a colon and a space in quotes.",
  },
  BLOCK_IN_FLOW: {
    message: "A block begins inside brackets.",
    remedy: "Close the bracket, or write the whole value without brackets.",
  },
  KEY_OVER_1024_CHARS: { message: "A field name has more than 1024 characters.", remedy: "Check quotes and line breaks." },
  MISSING_CHAR: {
    message: "A quote, bracket or colon is missing.",
    remedy: "Close the quote or bracket; end a field name with a colon and a space.",
  },
  MULTILINE_IMPLICIT_KEY: {
    message: "A field name spreads over several lines.",
    remedy: "End the field name with a colon on its line; check the indentation.",
  },
  NON_STRING_KEY: {
    message: "A field name is a list or a mapping; a text is wanted.",
    remedy: "Put the field name in quotes.",
  },
  TAB_AS_INDENT: { message: "The line is indented with a tab.", remedy: "Indent with spaces." },
};
