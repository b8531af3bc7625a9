import type { Site } from "../server/call.ts";
import type { Deployment, DeploymentStatus, State } from "../state/state.ts";
import { repositoryUrl } from "./repository.ts";
import { nodeId, user } from "./user.ts";

export function deployment(state: State, site: Site, one: Deployment): object {
  const { id, sha, ref, environment, description, payload, creator, statuses, at } = one;
  const api = repositoryUrl(state, site);
  const url = `${api}/deployments/${id}`;
  return {
    ...{ id, node_id: nodeId("DE", id), sha, ref, task: "deploy", environment, original_environment: environment },
    ...{ payload, description, creator: user(site, creator), url, statuses_url: `${url}/statuses`, repository_url: api },
    ...{ created_at: at, updated_at: statuses.at(-1)?.at ?? at, transient_environment: false, production_environment: false },
  };
}

export function deploymentStatus(
  state: State,
  site: Site,
  { id: deployment, environment }: Deployment,
  status: DeploymentStatus,
): object {
  const { id, description, targetUrl, creator, at } = status;
  const api = repositoryUrl(state, site);
  const url = `${api}/deployments/${deployment}`;
  return {
    ...{ id, node_id: nodeId("DES", id), state: status.state, description, environment, creator: user(site, creator) },
    ...{ url: `${url}/statuses/${id}`, deployment_url: url, repository_url: api, target_url: targetUrl },
    ...{ created_at: at, updated_at: at },
  };
}
