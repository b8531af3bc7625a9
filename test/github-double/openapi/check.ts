import type { Answer } from "../server/call.ts";
import { DESCRIPTION, type Operation } from "./description.ts";
import { breaches, breachesOfRequest, breachesOfText } from "./schemas.ts";

export interface SentRequest {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
}

/** Where a request breaks GitHub's description of the operation: parameters that it does not know, a body of another shape. */
export function checkRequest(operation: string, { params, query, body }: SentRequest): string[] {
  const { parameters, body: schema } = described(operation);
  const known = new Map(parameters.map((parameter) => [`${parameter.in} ${parameter.name}`, parameter.schema]));
  const sent = [
    ...Object.entries(params).map(([name, value]) => ["path", name, value]),
    ...[...query].map(([name, value]) => ["query", name, value]),
  ];
  const ofParameters = sent.flatMap(([place, name, value = ""]) => {
    const one = known.get(`${place} ${name}`);
    return one === undefined
      ? [`knows no parameter ${name}`]
      : breachesOfText(one, value).map((breach) => `parameter ${name}: ${breach}`);
  });
  return [...ofParameters, ...checkBody(schema, body)].map((breach) => `${operation}, the request: ${breach}`);
}

/** Where an answer breaks it: a status that GitHub does not give there, a body of another shape. */
export function checkAnswer(operation: string, { status, body }: Answer): string[] {
  const { answers } = described(operation);
  const schema = answers[status] ?? (status < 400 ? undefined : BASIC_ERROR);
  const found = schema === undefined ? checkEmpty(status in answers, status, body) : breaches(schema, body);
  return found.map((breach) => `${operation}, the answer ${status}: ${breach}`);
}

const BASIC_ERROR = { $ref: "github.json#/schemas/basic-error" };

function checkBody(schema: object | null | undefined, body: unknown): string[] {
  if (schema === undefined || schema === null) return body === undefined ? [] : ["has a body"];
  return body === undefined ? [] : breachesOfRequest(schema, body);
}

function checkEmpty(isKnown: boolean, status: number, body: unknown): string[] {
  if (!isKnown) return [`GitHub gives no ${status} here`];
  return body === undefined ? [] : ["has a body"];
}

function described(operation: string): Operation {
  const found = DESCRIPTION.operations[operation];
  if (found === undefined)
    throw new Error(`description.json has no ${operation}; add it to operations.json and run extract.mjs`);
  return found;
}
