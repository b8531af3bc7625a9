import { checkAnswer, checkRequest } from "../openapi/check.ts";
import { graphql } from "../routes/graphql.ts";
import { callerOf } from "../state/access.ts";
import type { State } from "../state/state.ts";
import type { Budget } from "./budget.ts";
import type { Answer, Call } from "./call.ts";
import { type Incoming, NOT_JSON } from "./incoming.ts";
import { notFound, Refusal, unprocessable } from "./refusal.ts";
import { findRoute, type Route } from "./router.ts";

export interface Told {
  readonly answer: Answer;
  readonly violations: readonly string[];
}

/** What GitHub would answer, with the effect that it has; and where request or answer break its description. */
export function answer(state: State, incoming: Incoming, budget: Budget): Told {
  const caller = callerOf(state, incoming.headers.authorization);
  if (incoming.headers["user-agent"] === undefined)
    return refuse(
      new Refusal(403, "Request forbidden by administrative rules. Please make sure your request has a User-Agent header."),
    );
  if (caller === undefined) return refuse(new Refusal(401, "Bad credentials"));
  if (incoming.body === NOT_JSON)
    return refuse(new Refusal(400, "Problems parsing JSON"), [`${incoming.method} ${incoming.path}: the body is no JSON`]);
  const call = {
    state,
    budget,
    site: incoming.site,
    query: incoming.query,
    body: incoming.body,
    path: incoming.path,
    ...caller,
  };
  return incoming.path === "/graphql" ? answerGraphql({ ...call, params: {} }) : answerRest(call, incoming);
}

function answerRest(call: Omit<Call, "params">, incoming: Incoming): Told {
  const route = findRoute(incoming.method, incoming.path);
  if (route === undefined) return refuse(notFound(), [`the double does not serve ${incoming.method} ${incoming.path}`]);
  const { operation, params } = route;
  const wrong = checkRequest(operation, { params, query: incoming.query, body: incoming.body });
  if (wrong.some((breach) => breach.includes("the request: "))) return refuse(unprocessable("Invalid request."), wrong);
  const given = handle(route, { ...call, params });
  return { answer: given, violations: [...wrong, ...checkAnswer(operation, given)] };
}

function answerGraphql(call: Call): Told {
  const isQuery = typeof call.body?.query === "string";
  return isQuery
    ? { answer: graphql(call), violations: [] }
    : refuse(new Refusal(400, "A query attribute must be specified"), ["GraphQL without a query"]);
}

function handle({ handler }: Route, call: Call): Answer {
  const { owner, repo } = call.params;
  try {
    const isOurs = owner === undefined || (owner === call.state.owner && repo === call.state.repo);
    if (!isOurs) throw notFound();
    return handler(call);
  } catch (error) {
    if (error instanceof Refusal) return error.answer;
    throw error;
  }
}

function refuse(refusal: Refusal, violations: readonly string[] = []): Told {
  return { answer: refusal.answer, violations };
}
