import { sign } from "node:crypto";
import type { AppCredentials, GitHubDouble } from "./double.ts";

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: answers are held against GitHub's description by the double
  readonly body: any;
}

/**
 * A plain client for the double's own tests: `send("POST git/trees", body)`; a path that begins with a slash is
 * one of the whole API, and `.` is the repository itself.
 */
export function clientOf(github: GitHubDouble, { url = github.url, token = github.token } = {}) {
  return async function send(call: string, body?: object): Promise<Reply> {
    const [method = "", path = ""] = call.split(" ");
    const response = await fetch(`${url}${wholePath(github, path)}`, {
      method,
      headers: { authorization: `Bearer ${token}`, "user-agent": "test" },
      redirect: "manual",
      body: body === undefined ? null : JSON.stringify(body),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: parsed(text) };
  };
}

function wholePath({ owner, repo }: GitHubDouble, path: string): string {
  if (path.startsWith("/")) return path;
  return path === "." ? `/repos/${owner}/${repo}` : `/repos/${owner}/${repo}/${path}`;
}

/** What an App signs to speak for itself. */
export function jwtOf({ appId, privateKey }: AppCredentials, lifetimeSeconds = 540): string {
  const now = Math.floor(Date.now() / 1000);
  const parts = [
    { alg: "RS256", typ: "JWT" },
    { iss: appId, iat: now - 30, exp: now + lifetimeSeconds },
  ];
  const text = parts.map((part) => Buffer.from(JSON.stringify(part)).toString("base64url")).join(".");
  return `${text}.${sign("RSA-SHA256", Buffer.from(text), privateKey).toString("base64url")}`;
}

function parsed(text: string): unknown {
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
