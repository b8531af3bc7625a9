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

/** The promotion that is asked for, between two neighbours of the order in gitops.yaml. Throws E_OPTION for any other. */
export function requestedPromotion({ from, to, only = [] }: PromotionRequest, order: readonly string[]): Promotion {
  requireOrder(order);
  const start = from ?? before(to, order);
  if (start === undefined) throw badOption("It is not said what is promoted.", `Name it with --from. ${orderWords(order)}`);
  const next = following(start, order);
  if (to !== undefined && to !== next) throw notNext(start, to, order);
  if (next === undefined) throw badOption(`Nothing follows ${start}.`, orderWords(order));
  requirePromoting(only);
  return { from: start, to: next, only };
}

function requireOrder(order: readonly string[]): void {
  if (order.length > 1) return;
  throw badOption("gitops.yaml names no two environments under promotion.", "Write there in which order a change travels.");
}

function before(to: string | undefined, order: readonly string[]): string | undefined {
  return to === undefined ? undefined : order[order.indexOf(to) - 1];
}

/** Undefined for the last one; an environment that is not in the order has no place in a promotion. */
function following(from: string, order: readonly string[]): string | undefined {
  if (order.includes(from)) return order[order.indexOf(from) + 1];
  throw badOption(`${JSON.stringify(from)} takes no part in promotion.`, orderWords(order));
}

/** What skips an environment has not run there. */
function notNext(from: string, to: string, order: readonly string[]): GeneratorError {
  return badOption(`${JSON.stringify(to)} does not come next after ${from}.`, orderWords(order));
}

function orderWords(order: readonly string[]): string {
  return `A change travels in this order: ${order.join(", ")}.`;
}

function requirePromoting(only: readonly string[]): void {
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
