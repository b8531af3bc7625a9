import type { State } from "../state/state.ts";
import type { Budget } from "./budget.ts";

/** The addresses that answers speak of. */
export interface Site {
  /** Of the API, without a slash at its end. */
  readonly api: string;
  /** Of the pages for people. */
  readonly html: string;
}

/** A request that was understood and may be answered. */
export interface Call {
  readonly state: State;
  readonly site: Site;
  /** The login that the token stands for. */
  readonly actor: string;
  /** The App's own request, signed by its key. */
  readonly isApp: boolean;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Held against GitHub's description before the handler sees it. */
  // biome-ignore lint/suspicious/noExplicitAny: the description is the type
  readonly body: any;
  readonly budget: Budget;
  /** The path that was asked for, without the query, for links to other pages. */
  readonly path: string;
}

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Undefined where there is none. */
  readonly body?: unknown;
}

export type Handler = (call: Call) => Answer;

/** By GitHub's name of the operation: the method and the path with its parameters. */
export type Routes = Readonly<Record<string, Handler>>;

export function ok(body: unknown): Answer {
  return { status: 200, body };
}

export function created(body: unknown): Answer {
  return { status: 201, body };
}

export const NO_CONTENT: Answer = { status: 204 };
