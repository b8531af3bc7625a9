import type { DoubleOptions, GitHubDouble } from "./double.ts";
import { type Armed, arm } from "./faults/armed.ts";
import { people } from "./people.ts";
import { type Log, serve } from "./server/server.ts";
import { appCredentials } from "./state/access.ts";
import { createState } from "./state/create.ts";
import type { State } from "./state/state.ts";
import { views } from "./views.ts";

/** Starts a double on a free port of the loopback. */
export async function openGitHubDouble(options: DoubleOptions): Promise<GitHubDouble> {
  const state = createState(options);
  const armed: Armed = { faults: new Set(), races: new Set() };
  const log: Log = { requests: [], violations: [], used: 0, resetsAt: Math.ceil(Date.now() / 1000) + 3600 };
  const { url, close } = await serve(state, armed, log);
  return {
    ...{ owner: state.owner, repo: state.repo, url, enterpriseUrl: `${url}/api/v3`, close },
    ...{ token: state.access.token, app: () => appCredentials(state) },
    ...logged(log),
    ...views(state),
    ...people(state),
    fault: (fault) => arm(armed, fault),
    meanwhile: (on, action) => void armed.races.add({ on, action }),
    lag: ({ pullRequests = 0, lists = 0, refs = 0 }) => void Object.assign(state.lag, { pullRequests, lists, refs }),
    limitTrees: (entries) => void Object.assign(state, { treeLimit: entries }),
    revoke: (whose) => revoke(state, whose),
  };
}

type Logged = Pick<GitHubDouble, "calls" | "forgetRequests" | "requests" | "violations" | "writes">;

function logged({ requests, violations }: Log): Logged {
  return {
    ...{ requests, violations },
    calls: () => requests.map(({ call }) => call),
    writes: () => requests.filter(({ method }) => method !== "GET").map(({ call }) => call),
    forgetRequests: () => void requests.splice(0),
  };
}

function revoke({ access }: State, whose: "token" | "app"): void {
  if (whose === "token") access.isTokenRevoked = true;
  else access.installationTokens.clear();
}
