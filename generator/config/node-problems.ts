import { isMap, isScalar, isSeq, type Node, type Pair, type Scalar, type YAMLMap } from "yaml";
import { formatPath } from "./format-path.ts";
import { keyText, type Path } from "./locate.ts";
import type { ProblemText } from "./problem.ts";
import { shownText } from "./shown.ts";
import { hiddenCharacters } from "./text.ts";
import type { TextProblem } from "./yaml-problems.ts";

/** What well-formed YAML may say and a description may not: duplicate keys, merge keys, keys and numbers that other readers see differently. */
export function nodeProblems(node: unknown, path: Path = []): TextProblem[] {
  if (isScalar(node)) return scalarProblems(node, path);
  if (isSeq(node)) return node.items.flatMap((item, index) => nodeProblems(item, [...path, index]));
  return isMap(node) ? mapProblems(node, path) : [];
}

function mapProblems(map: YAMLMap, path: Path): TextProblem[] {
  const first = new Set<string>();
  return map.items.flatMap((pair) => {
    const key = keyText(pair);
    const field = [...path, key];
    const own = first.has(key) ? [nodeProblem(pair.key, field, "E_YAML", TWICE)] : keyProblems(pair, field);
    first.add(key);
    return [...own, ...nodeProblems(pair.value, field)];
  });
}

function nodeProblem(node: unknown, path: Path, code: TextProblem["code"], text: ProblemText): TextProblem {
  return { offset: (node as Node).range?.[0] ?? 0, path: formatPath(path), code, text };
}

const TWICE: ProblemText = { message: "The field stands twice in the same mapping.", remedy: "Keep one of the two." };

function keyProblems(pair: Pair, path: Path): TextProblem[] {
  if (!isScalar(pair.key)) return [];
  const isPlain = pair.key.type === "PLAIN";
  const written = pair.key.source ?? "";
  if (isPlain && written === "<<") return [nodeProblem(pair.key, path, "E_ALIAS", MERGE_KEY)];
  if (isPlain && NOT_TEXT.test(written)) return [nodeProblem(pair.key, path, "E_TYPE", keyOfOtherType(written))];
  if (POLLUTING.has(keyText(pair))) return [nodeProblem(pair.key, path, "E_UNKNOWN", POLLUTING_KEY)];
  return hiddenEscapes(pair.key, path);
}

const MERGE_KEY: ProblemText = {
  message: "The merge key << is not allowed.",
  reason: "YAML 1.2 has no merge key, so readers disagree about what it means.",
  remedy: "Write the fields out where they are used.",
};

/** What YAML's core schema reads as null, a boolean or a number. */
const NOT_TEXT =
  /^(?:|~|null|Null|NULL|true|True|TRUE|false|False|FALSE|[-+]?\d+|0o[0-7]+|0x[\da-fA-F]+|[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

function keyOfOtherType(written: string): ProblemText {
  if (written === "") return { message: "The field has no name.", remedy: "Write a name before the colon." };
  return {
    message: `The field name ${shownText(written)} is not a text.`,
    remedy: `Put it in quotes: "${shownText(written)}".`,
  };
}

/** Keys that change JavaScript objects instead of being data in them. */
const POLLUTING: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);
const POLLUTING_KEY: ProblemText = { message: "The field does not exist.", remedy: "Remove it." };

function scalarProblems(scalar: Scalar, path: Path): TextProblem[] {
  if (typeof scalar.value === "string") return hiddenEscapes(scalar, path);
  const written = scalar.source ?? "";
  if (typeof scalar.value !== "number" || !OTHER_BASE.test(written)) return [];
  return [nodeProblem(scalar, path, "E_TYPE", ambiguousNumber(written, scalar.value))];
}

/** `010` is 10 in YAML 1.2 and 8 in YAML 1.1; `0o10` and `0x1F` are texts to some readers. */
const OTHER_BASE = /^[-+]?0(?:\d|[ox])/;

function ambiguousNumber(written: string, value: number): ProblemText {
  return {
    message: `${written} is read as ${value} here and otherwise by other YAML readers.`,
    remedy: `Write ${value}; where a text is wanted, put it in quotes: "${written}".`,
  };
}

/** A double-quoted text can hold by escape what the file may not hold as it is; what it does hold was looked at before. */
function hiddenEscapes(scalar: Scalar, path: Path): TextProblem[] {
  if (scalar.type !== "QUOTE_DOUBLE") return [];
  const [found] = hiddenCharacters(String(scalar.value));
  if (found === undefined) return [];
  const message = `The text holds the character ${found.character}, which is not allowed.`;
  return [nodeProblem(scalar, path, "E_ENC", { message, remedy: "Remove the escape." })];
}
