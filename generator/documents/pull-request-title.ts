import type { FieldValues, PullRequestValues } from "./pull-request-values.ts";

const LONGEST_TITLE = 120;

/**
 * The title, of at most 120 characters: "prod: milvus.version 2.6.18 to 2.6.20 and 2 more". It becomes the subject of a commit, which
 * nothing escapes, so a value that is more than a word or a number is not told, and a name holds only letters, digits and marks.
 */
export function pullRequestTitle(values: Omit<PullRequestValues, "diff">): string {
  const opening = openingOf(values);
  const titles = changesOf(values.fields).map((change) => {
    const words = [opening, change].filter((text) => text !== "").join(", ");
    return `${nameOf(values.environment)}: ${words === "" ? "bring generated files up to date" : words}`;
  });
  const [shortest = ""] = titles.slice(-1);
  return titles.find(({ length }) => length <= LONGEST_TITLE) ?? `${shortest.slice(0, LONGEST_TITLE - 1)}…`;
}

function openingOf({ kind, source = "" }: Pick<PullRequestValues, "kind" | "source">): string {
  if (kind === "promote") return `promote ${nameOf(source)}`;
  const [revision = source] = source.split(" ");
  return kind === "rollback" ? `roll back to ${nameOf(revision)}` : "";
}

/** What happens to the fields, the longest wording first. */
function changesOf(fields: readonly FieldValues[]): string[] {
  const [first, ...others] = [...fields].sort((a, b) => rankOf(a) - rankOf(b));
  if (first === undefined) return [""];
  const more = others.length === 0 ? "" : ` and ${others.length} more`;
  const count = fields.length === 1 ? "1 field" : `${fields.length} fields`;
  return [`${changeOf(first)}${more}`, `${nameOf(first.path)} changed${more}`, count];
}

/** What a person asks about first; fields of one rank stay in their order. */
const TELLING: readonly RegExp[] = [
  /^milvus\.version$/,
  /(?:^|\.)version$/,
  /(?:^|\.)(?:image|tag|digest)$/,
  /^(?:profile|cluster|namespace)$/,
  /(?:^|\.)(?:type|mode)$/,
  /(?:^|\.)replicas$/,
  /(?:^|\.)(?:cpu|memory|storage|size)$/,
];

function rankOf({ path }: FieldValues): number {
  const rank = TELLING.findIndex((pattern) => pattern.test(path));
  return rank === -1 ? TELLING.length : rank;
}

function changeOf({ path, before, after }: FieldValues): string {
  const name = nameOf(path);
  if (after === undefined) return `${name} removed`;
  if (!isPlain(after)) return `${name} changed`;
  if (before === undefined) return `${name} set to ${after}`;
  return isPlain(before) ? `${name} ${before} to ${after}` : `${name} changed to ${after}`;
}

/** Neither a link, nor a name, nor the number of an issue. */
function isPlain(value: string): boolean {
  return /^[\w.+/:-]{1,40}$/.test(value) && !/^GH-\d|:\/\/|^www\./i.test(value);
}

function nameOf(text: string): string {
  return text.replace(/[^\w.,/:+"[\]()-]/g, "?").replace(/\bGH-(?=\d)|\bwww\.|:\/\//gi, "?");
}
