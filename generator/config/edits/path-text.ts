import type { ProblemText } from "../problem.ts";

/** A part of a path as a person writes it: a name, or the place of an item in a list. */
export type PathSegment = { readonly kind: "name"; readonly name: string } | { readonly kind: "item" };

/** What a path at the beginning of a text says, and the text behind it. */
export interface ReadPath {
  readonly segments: readonly PathSegment[];
  readonly behind: string;
}

/** Reads `argocd.annotations["example.com/team"]` up to the end of the text or the first `=` outside of brackets. */
export function readPath(text: string): ReadPath | ProblemText {
  const segments: PathSegment[] = [];
  let behind = text.trim();
  while (behind !== "" && !behind.startsWith("=")) {
    const next = readSegment(behind, segments.length === 0);
    if (next === undefined) return WRONG_FORM;
    segments.push(next.segment);
    behind = next.behind;
  }
  return segments.length === 0 ? WRONG_FORM : { segments, behind };
}

function readSegment(text: string, isFirst: boolean): { readonly segment: PathSegment; readonly behind: string } | undefined {
  const found = SEGMENT.exec(text);
  if (found === null || isMisplaced(found[0], isFirst)) return undefined;
  const segment = segmentOf(found);
  return segment === undefined ? undefined : { segment, behind: text.slice(found[0].length).trimStart() };
}

const SEGMENT = /^(?:\.?(?<name>[^\s.[\]="']+)|\[(?<quoted>"(?:[^"\\]|\\.)*")\]|\['(?<single>[^']*)'\]|\[(?<item>\d+)\])/;

const WRONG_FORM: ProblemText = {
  message: "The field is not named as it has to be.",
  remedy: 'Put dots between names, and a name with other characters in brackets and quotes: labels["example.com/team"].',
};

/** A dot stands between two names, and nowhere else. */
function isMisplaced(found: string, isFirst: boolean): boolean {
  return !found.startsWith("[") && found.startsWith(".") === isFirst;
}

function segmentOf({ groups = {} }: RegExpExecArray): PathSegment | undefined {
  const { name, quoted, single, item } = groups;
  if (item !== undefined) return { kind: "item" };
  const key = name ?? single ?? unquoted(quoted ?? '""');
  return key === undefined || key === "" ? undefined : { kind: "name", name: key };
}

/** Brackets hold what JSON takes for a text. */
function unquoted(quoted: string): string | undefined {
  try {
    return JSON.parse(quoted) as string;
  } catch {
    return undefined;
  }
}
