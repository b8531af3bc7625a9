import { PROMOTING } from "../config/promotion.ts";
import type { GeneratorError } from "../errors.ts";
import { badOption } from "./propose-edits.ts";

/** What is carried from where to where; without `only`, all that promotes. */
export interface Promotion {
  readonly from: string;
  readonly to: string;
  readonly only: readonly string[];
}

/** As the command line has it. */
export interface PromotionRequest {
  readonly from?: string;
  readonly to?: string;
  readonly only?: readonly string[];
}

/** Refuses what is wrong whatever the order is, before anything is read. Throws E_OPTION. */
export function requireRequest({ from, to, only = [] }: PromotionRequest): void {
  requirePromoting(only);
  if (from === undefined && to === undefined) throw notSaid();
}

/** The promotion that is asked for, between two neighbours of the order in gitops.yaml. Throws E_OPTION for any other. */
export function requestedPromotion({ from, to, only = [] }: PromotionRequest, order: readonly string[]): Promotion {
  requireOrder(order);
  for (const name of [from, to]) if (name !== undefined) requirePart(name, order);
  const start = from ?? before(to, order);
  const next = order[order.indexOf(start) + 1];
  if (to !== undefined && to !== next) throw notNext(start, to, order);
  if (next === undefined) throw badOption(`Nothing follows ${start}.`, orderWords(order));
  return { from: start, to: next, only };
}

function notSaid(): GeneratorError {
  return badOption(
    "It is not said from where to where.",
    "Name the environment that the change ran in with --from, or the one that gets it with --to. On a terminal, `npm run promote` asks.",
  );
}

/** Throws where there are no two environments that a change could travel between. */
export function requireOrder(order: readonly string[]): void {
  if (order.length > 1) return;
  throw badOption("gitops.yaml names no two environments under promotion.", "Write there in which order a change travels.");
}

function requirePart(name: string, order: readonly string[]): void {
  if (!order.includes(name)) throw badOption(`${JSON.stringify(name)} takes no part in promotion.`, orderWords(order));
}

function before(to: string | undefined, order: readonly string[]): string {
  if (to === undefined) throw notSaid();
  const from = order[order.indexOf(to) - 1];
  if (from === undefined) throw badOption(`Nothing comes before ${to}.`, orderWords(order));
  return from;
}

/** What skips an environment has not run there. */
function notNext(from: string, to: string, order: readonly string[]): GeneratorError {
  return badOption(`${JSON.stringify(to)} does not come next after ${from}.`, orderWords(order));
}

function orderWords(order: readonly string[]): string {
  return `A change travels in this order: ${order.join(", ")}.`;
}

/** Throws for a field that does not promote. */
export function requirePromoting(only: readonly string[]): void {
  const wrong = only.find((field) => !PROMOTING.some((path) => concerns(path, field)));
  if (wrong === undefined) return;
  throw badOption(
    `--only ${wrong}: that does not promote.`,
    `Name a field that does, or the beginning of some: ${PROMOTING.join(", ")}.`,
  );
}

/** Whether one of the two is the other or lies in it; `milvus.config.*` stands for all that is in `milvus.config`. */
function concerns(path: string, field: string): boolean {
  const place = path.replace(/\.\*$/, "");
  return isIn(place, field) || (place !== path && isIn(field, place));
}

function isIn(inner: string, outer: string): boolean {
  return inner === outer || inner.startsWith(`${outer}.`) || inner.startsWith(`${outer}[`);
}
