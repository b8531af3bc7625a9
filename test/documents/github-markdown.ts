import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";

/** What a Markdown text comes to. */
export interface Markdown {
  /** Blocks as `paragraph(…)`, a table with a `[…|…]` for each row, and `text` for words and code alike. */
  readonly structure: readonly string[];
  /** Words outside of blocks of code, as a reader sees them. */
  readonly prose: readonly string[];
  /** Inline code. */
  readonly code: readonly string[];
  readonly blocks: readonly { readonly language: string; readonly text: string }[];
}

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly lang?: string | null | undefined;
  readonly children?: readonly Node[];
}

/** As GitHub's dialect reads it. */
export function readMarkdown(text: string): Markdown {
  const root: Node = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const nodes = flat(root);
  const of = (type: string) => nodes.filter((node) => node.type === type);
  return {
    structure: (root.children ?? []).map(structureOf),
    prose: [...of("text").map(textOf), ...of("html").map((node) => decoded(textOf(node)))],
    code: of("inlineCode").map(textOf),
    blocks: of("code").map((node) => ({ language: node.lang ?? "", text: textOf(node) })),
  };
}

function textOf({ value = "" }: Node): string {
  return value;
}

function flat(node: Node): Node[] {
  return [node, ...(node.children ?? []).flatMap(flat)];
}

function structureOf(node: Node): string {
  if (node.type === "code") return `code ${node.lang}`;
  if (node.type === "html") return textOf(node).replace(/\n<summary>[^<>]*<\/summary>/, " with a summary");
  return node.type === "text" || node.type === "inlineCode" ? "text" : nested(node);
}

function nested({ type, children = [] }: Node): string {
  const parts = children.map(structureOf);
  const inner = parts.filter((part, index) => part !== "text" || parts[index - 1] !== "text").join(" ");
  if (type === "tableRow") return `[${parts.join("|")}]`;
  return type === "tableCell" ? inner : `${type}(${inner})`;
}

/** The few entities that we write. */
function decoded(html: string): string {
  return html.replace(/&#(\d+);/g, (_all, code: string) => String.fromCodePoint(Number(code)));
}
