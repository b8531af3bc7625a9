import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

/** What an etcd knows of its users. */
export interface State {
  asks: boolean;
  readonly users: Record<string, { password: string; roles: string[] }>;
  readonly roles: Record<string, object[]>;
  /** Everything that changed something, in order, `user/add milvus`. */
  readonly changes: string[];
}

type Body = Record<string, string> & { perm?: object };
type Answer = object | string;

/** An HTTP server that answers as etcd 3.6 does, with a space behind commas and its own words; a text is a refusal. */
export async function anEtcd(start: Partial<State> = {}) {
  const state: State = { asks: false, users: {}, roles: {}, changes: [], ...start };
  const server = createServer(async (request, response) => {
    const path = (request.url ?? "").replace("/v3/auth/", "");
    const answer = answerOf(state, path, JSON.parse(await text(request)) as Body, request.headers.authorization);
    const body = typeof answer === "string" ? { code: 3, message: `etcdserver: ${answer}` } : { header: {}, ...answer };
    response.statusCode = typeof answer === "string" ? 400 : 200;
    response.end(JSON.stringify(body).replaceAll(',"', ', "'));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { state, url, stop: () => server.close() };
}

function answerOf(state: State, path: string, body: Body, token: string | undefined): Answer {
  if (path === "authenticate") return authenticate(state, body);
  if (state.asks && token === undefined) return "user name is empty";
  if (state.asks && token !== "token-of-root") return "permission denied";
  return (ANSWERS[path] ?? (() => "not implemented"))(state, body);
}

function authenticate({ asks, users }: State, { name = "", password }: Body): Answer {
  if (!asks) return "authentication is not enabled";
  return users[name]?.password === password ? { token: `token-of-${name}` } : "authentication failed";
}

const ANSWERS: Readonly<Record<string, (state: State, body: Body) => Answer>> = {
  status: ({ asks }) => (asks ? { enabled: true } : { authRevision: "1" }),
  enable: (state) => (state.users.root?.roles.includes("root") ? switched(state, true) : "root user does not have root role"),
  disable: (state) => switched(state, false),
  "user/add": (state, { name = "", password = "" }) => {
    if (state.users[name] !== undefined) return "user name already exists";
    state.users[name] = { password, roles: [] };
    return changed(state, `user/add ${name}`);
  },
  "user/changepw": (state, { name = "", password = "" }) => {
    if (state.users[name] === undefined) return "user name not found";
    state.users[name].password = password;
    return changed(state, `user/changepw ${name}`);
  },
  "user/get": ({ users }, { name = "" }) => ({ roles: users[name]?.roles ?? [] }),
  "user/grant": (state, { user = "", role = "" }) => {
    state.users[user]?.roles.push(role);
    return changed(state, `user/grant ${user} ${role}`);
  },
  "role/get": ({ roles }, { role = "" }) => (roles[role] === undefined ? "role name not found" : { perm: roles[role] }),
  "role/add": (state, { name = "" }) => {
    state.roles[name] = [];
    return changed(state, `role/add ${name}`);
  },
  "role/grant": (state, { name = "", perm = {} }) => {
    state.roles[name]?.push(perm);
    return changed(state, `role/grant ${name}`);
  },
};

function switched(state: State, asks: boolean): Answer {
  state.asks = asks;
  return changed(state, asks ? "enable" : "disable");
}

function changed(state: State, change: string): Answer {
  state.changes.push(change);
  return {};
}
