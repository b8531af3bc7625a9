import type { ServerResponse } from "node:http";
import { type Budget, standing } from "./budget.ts";
import type { Answer } from "./call.ts";

/** How much of an answer is sent before the connection breaks. */
export type Extent = "whole" | "half" | "headers";

export interface Reply {
  readonly answer: Answer;
  readonly extent: Extent;
  readonly budget: Budget;
  readonly isEnterprise: boolean;
}

export function send(response: ServerResponse, { answer, extent, budget, isEnterprise }: Reply): void {
  const { status, headers = {}, body } = answer;
  const text = textOf(body);
  response.writeHead(status, {
    ...(isEnterprise ? { "x-github-enterprise-version": "3.19.0" } : rateHeaders(budget)),
    ...(text === "" ? {} : { "content-type": "application/json; charset=utf-8", "content-length": Buffer.byteLength(text) }),
    "x-github-request-id": `DOUBLE:${budget.used}`,
    ...headers,
  });
  if (extent === "whole") response.end(text);
  else breakOff(response, extent === "half" ? text.slice(0, Math.ceil(text.length / 2)) : "");
}

function textOf(body: unknown): string {
  if (body === undefined) return "";
  return typeof body === "string" ? body : JSON.stringify(body);
}

export function reset(response: ServerResponse): void {
  response.socket?.resetAndDestroy();
}

function breakOff(response: ServerResponse, part: string): void {
  response.flushHeaders();
  if (part !== "") response.write(part);
  // What was written has to be on its way before the connection is reset.
  setTimeout(() => reset(response), 10);
}

function rateHeaders(budget: Budget): Record<string, string> {
  const entries = Object.entries({ ...standing(budget), resource: "core" });
  return Object.fromEntries(entries.map(([name, value]) => [`x-ratelimit-${name}`, `${value}`]));
}
