import { clipped } from "./clipped.ts";
import { codeOrText, escapeMarkdown } from "./diff-escape.ts";
import { fewOf } from "./diff-values.ts";
import type { GateValues, PullRequestValues } from "./pull-request-values.ts";

const LONGEST_TEXT = 200;
const MOST_GATES = 8;

/** What the pull request is for, in two sentences. */
export function intentOf(values: Pick<PullRequestValues, "kind" | "environment" | "source" | "fields">): string {
  return `${aim(values)} No cluster changes before it is merged.`;
}

function aim({ kind, environment, source = "", fields }: Parameters<typeof intentOf>[0]): string {
  const [name, origin] = [short(environment), short(source)];
  const what = fieldsWords(environment, fields.length);
  if (kind === "promote") return `This brings what runs in ${origin} to ${name}: ${what}.`;
  if (kind === "rollback") return `This takes ${name} back to ${origin}: ${what}.`;
  if (kind === "propose" && fields.length > 0) return `This changes ${what}.`;
  return `This brings what is generated for ${name} up to date with its description, which stays as it is.`;
}

function fieldsWords(environment: string, count: number): string {
  const file = environment === "gitops.yaml" ? environment : `overlays/${environment}/environment.yaml`;
  const name = codeOrText(clipped(file, LONGEST_TEXT));
  if (count === 0) return `${name} stays as it is, and what is generated from it changes`;
  return count === 1
    ? `1 field of ${name}, and what is generated from it`
    : `${count} fields of ${name}, and what is generated from them`;
}

function short(text: string): string {
  return escapeMarkdown(clipped(text, LONGEST_TEXT));
}

/** What stands above all else while a gate is not passed; empty where nothing waits. */
export function gatesAlert(gates: readonly GateValues[]): string {
  const told = (title: string, state: GateValues["state"]) => {
    const names = gates.filter((gate) => gate.state === state).map((gate) => gate.name);
    return names.length === 0 ? "" : ` ${title}: ${short(fewOf(names, MOST_GATES))}.`;
  };
  const words = `${told("Failed", "failed")}${told("Waiting", "waiting")}`;
  return words === "" ? "" : `> [!CAUTION]\n> **Do not merge yet.**${words}`;
}
