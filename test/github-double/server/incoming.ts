import type { IncomingMessage } from "node:http";
import type { Site } from "./call.ts";

/** A request before it is known what it means. */
export interface Incoming {
  readonly method: string;
  /** As it was sent, with the query. */
  readonly target: string;
  /** Inside the API: without /api/v3, without the query, not decoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage["headers"];
  /** Parsed JSON; undefined where there was none, NOT_JSON where it could not be parsed. */
  readonly body: unknown;
  readonly isEnterprise: boolean;
  readonly site: Site;
}

export const NOT_JSON = Symbol("not JSON");

export async function readIncoming(request: IncomingMessage, origin: string): Promise<Incoming> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { method = "", url: target = "", headers } = request;
  const { pathname, searchParams: query } = new URL(target, origin);
  const isEnterprise = pathname.startsWith("/api/");
  const path = pathname.replace(/^\/api(?:\/v3|(?=\/graphql$))/, "");
  return {
    method,
    target,
    path,
    query,
    headers,
    body: parse(Buffer.concat(chunks).toString()),
    isEnterprise,
    site: siteOf(origin, isEnterprise),
  };
}

/** The path inside the repository, decoded, and the mutation of GraphQL: what tests speak of. */
export function callName({ method, path, body }: Incoming, repository: string): string {
  const inside = path.startsWith(`${repository}/`) ? path.slice(repository.length) : path;
  return [method, decodeURIComponent(inside.slice(1)), ...mutationName(path, body)].join(" ");
}

function mutationName(path: string, body: unknown): string[] {
  if (path !== "/graphql" || typeof body !== "object" || body === null || !("query" in body)) return [];
  return [/(\w+)\s*\(\s*input/.exec(`${body.query}`)?.[1] ?? "query"];
}

function parse(text: string): unknown {
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return NOT_JSON;
  }
}

function siteOf(origin: string, isEnterprise: boolean): Site {
  return isEnterprise
    ? { api: `${origin}/api/v3`, html: "https://github.example.com" }
    : { api: origin, html: "https://github.com" };
}
