import { isAtLeast } from "../../model/releases/version.ts";
import { type Change, never, procedure, type Refusal, type Rule } from "../rule.ts";

/** The first Milvus whose documentation describes a switch of the queue of a running cluster. */
const FIRST_WITH_SWITCH = "2.6.14";

/** Milvus' own switch goes to and from Woodpecker, and only in a Milvus that stays what it is meanwhile. */
export const messageQueueType: Rule = (change) =>
  firstProblem(change) ??
  procedure(
    "message-queue-switch",
    "What the old queue holds and Milvus has not flushed would be lost; Milvus must be told to switch.",
  );

function firstProblem({ from, to, before, after }: Change): Refusal | undefined {
  const version = before["milvus.version"] ?? "";
  if (version !== after["milvus.version"]) return refuse("Milvus and its queue do not change in one step.");
  if (!isAtLeast(version, FIRST_WITH_SWITCH)) return refuse(`Milvus can switch from ${FIRST_WITH_SWITCH} on.`);
  if (from === "woodpecker" || to === "woodpecker") return undefined;
  return refuse("Milvus switches to and from woodpecker alone; the way between the others leads over it.");
}

function refuse(reason: string): Refusal {
  return never("message-queue-switch", reason);
}
