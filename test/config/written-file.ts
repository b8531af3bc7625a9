import { Document, isScalar, type Node, type Pair, type Scalar, visit, type YAMLMap, type YAMLSeq } from "yaml";

/** A source of small decisions, each below a number. */
export type Choose = (below: number) => number;

/** Decisions from numbers that fast-check can make simpler; they begin again when they are used up. */
export function chooser(numbers: readonly number[]): Choose {
  let next = 0;
  return (below) => (numbers[next++ % numbers.length] ?? 0) % below;
}

/** The file as one person or another might have written it: braces, quotes, blank lines, comments, line endings. */
export function written(value: object, choose: Choose): string {
  const document = new Document(value, { aliasDuplicateObjects: false });
  const comments = { count: 0 };
  visit(document, {
    Pair: (_, pair) => decorateKey(pair.key as Node, comments, choose),
    Scalar: (key, node) => (key === "key" ? undefined : decorateValue(node, comments, choose)),
    Collection: (_, node) => decorateCollection(node, choose),
  });
  const text = document.toString({ lineWidth: 0, indent: choose(3) === 0 ? 4 : 2, flowCollectionPadding: choose(2) === 0 });
  const ended = choose(4) === 0 ? text.trimEnd() : `${text}# the end\n`;
  return choose(4) === 0 ? ended.replaceAll("\n", "\r\n") : ended;
}

/** Every comment has a number, by which it is known again. */
export const COMMENT = /(?:above|behind)-\d+;/g;

interface Comments {
  count: number;
}

function decorateKey(key: Node, comments: Comments, choose: Choose): void {
  if (choose(6) === 0) key.spaceBefore = true;
  if (choose(4) === 0) key.commentBefore = ` above-${comments.count++};`;
}

function decorateValue(node: Scalar, comments: Comments, choose: Choose): void {
  const quote = (["PLAIN", "QUOTE_DOUBLE", "QUOTE_SINGLE"] as const)[choose(3)];
  if (typeof node.value === "string" && quote !== undefined) node.type = quote;
  if (choose(5) === 0) node.comment = ` behind-${comments.count++};`;
}

/** A few values in braces, which take no comments, so that they stay on one line. */
function decorateCollection(node: YAMLMap | YAMLSeq, choose: Choose): symbol | undefined {
  const holdsValues = node.items.every((item) => isScalar((item as Pair).value ?? item));
  node.flow = node.items.length === 0 || (holdsValues && choose(3) === 0);
  return node.flow ? visit.SKIP : undefined;
}
