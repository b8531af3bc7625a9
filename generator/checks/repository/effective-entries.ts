import type { Invariant, RepositoryTree, Violation } from "../invariant.ts";
import { type Effect, effectsOf } from "./effects.ts";

/** Kustomize says nothing of an image, a count or the target of a patch that is for nothing. */
export const changesMeetObjects: Invariant<RepositoryTree> = {
  name: "changes-meet-objects",
  code: "E_REF",
  severity: "error",
  reason: "Whoever wrote it believes that something is changed, and nothing is.",
  remedy: "Correct the kind and the name, or remove it.",
  find: withOutcome("meets nothing", (effect) => `${words(effect)} is for no object of the environment.`),
};

export const changesChangeSomething: Invariant<RepositoryTree> = {
  name: "changes-change-something",
  code: "E_UNUSED",
  severity: "error",
  reason: "It says what is so without it, and keeps it so when the base moves on.",
  remedy: "Remove it.",
  find: withOutcome("changes nothing", (effect) => `${words(effect)} changes nothing.`),
};

function withOutcome(outcome: Effect["outcome"], message: (effect: Effect) => string): (tree: RepositoryTree) => Violation[] {
  return (tree) =>
    effectsOf(tree)
      .filter((effect) => effect.outcome === outcome)
      .map((effect) => ({ subject: effect.path, message: message(effect) }));
}

function words({ what, label }: Effect): string {
  return what === "replica" ? `The number of replicas of ${label}` : `The ${what} ${label}`;
}
