import { deployment, deploymentStatus } from "../resources/deployment.ts";
import { type Answer, type Call, created, type Routes } from "../server/call.ts";
import { page } from "../server/pages.ts";
import { notFound, Refusal, unprocessable } from "../server/refusal.ts";
import { parameter } from "../server/require.ts";
import { nextId, now } from "../state/clock.ts";
import { resolveCommit } from "../state/refs.ts";
import type { Deployment, DeploymentStatus, State } from "../state/state.ts";
import { isPassed, newestStatuses } from "../state/statuses.ts";

export const deploymentRoutes: Routes = {
  "GET /repos/{owner}/{repo}/deployments": list,
  "POST /repos/{owner}/{repo}/deployments": create,
  "GET /repos/{owner}/{repo}/deployments/{deployment_id}/statuses": listStatuses,
  "POST /repos/{owner}/{repo}/deployments/{deployment_id}/statuses": createStatus,
};

function list(call: Call): Answer {
  const { state, site, query } = call;
  const [environment, sha, ref] = ["environment", "sha", "ref"].map((name) => query.get(name));
  const found = state.deployments.filter(
    (one) =>
      (environment ?? one.environment) === one.environment && (sha ?? one.sha) === one.sha && (ref ?? one.ref) === one.ref,
  );
  return page(call, found.reverse(), (one) => deployment(state, site, one));
}

function create({ state, site, actor, body }: Call): Answer {
  const { ref, environment = "production", description = null, payload = {}, required_contexts: wanted } = body;
  const sha = resolveCommit(state, ref);
  if (sha === undefined) throw unprocessable(`No ref found for: ${ref}`);
  if (!areChecksPassed(state, sha, wanted)) throw new Refusal(409, `Conflict: Commit status checks failed for ${ref}.`);
  return created(deployment(state, site, deploy(state, { sha, ref, environment, description, payload, creator: actor })));
}

export function deploy(state: State, draft: Omit<Deployment, "id" | "at" | "statuses">, at = now(state)): Deployment {
  const one = { ...draft, id: nextId(state), at, statuses: [] };
  state.deployments.push(one);
  return one;
}

function listStatuses(call: Call): Answer {
  const one = requireDeployment(call);
  return page(call, [...one.statuses].reverse(), (status) => deploymentStatus(call.state, call.site, one, status));
}

function createStatus(call: Call): Answer {
  const { state, site, actor, body } = call;
  const one = requireDeployment(call);
  if ((body.description ?? "").length > 140) throw unprocessable("description is too long (maximum is 140 characters)");
  const targetUrl = body.log_url ?? body.target_url ?? "";
  const status = reportDeployment(state, one, {
    state: body.state,
    description: body.description ?? "",
    targetUrl,
    creator: actor,
  });
  if (body.state === "success" && (body.auto_inactive ?? true)) retireOthers(state, one, actor);
  return created(deploymentStatus(state, site, one, status));
}

export function reportDeployment(
  state: State,
  one: Deployment,
  report: Omit<DeploymentStatus, "id" | "at">,
  at = now(state),
): DeploymentStatus {
  const status = { ...report, id: nextId(state), at };
  one.statuses.push(status);
  return status;
}

/** GitHub calls earlier successes of the environment inactive once a newer one is reported. */
function retireOthers(state: State, newest: Deployment, creator: string): void {
  const earlier = state.deployments.filter((one) => one.id < newest.id && one.environment === newest.environment);
  for (const one of earlier.filter(({ statuses }) => statuses.at(-1)?.state === "success")) {
    reportDeployment(state, one, { state: "inactive", description: "", targetUrl: "", creator });
  }
}

/** Without a list every status of the commit has to have passed. */
function areChecksPassed(state: State, sha: string, wanted: readonly string[] | undefined): boolean {
  const names = wanted ?? newestStatuses(state, sha).map(({ context }) => context);
  return names.every((name) => isPassed(state, sha, name));
}

function requireDeployment(call: Call): Deployment {
  const id = Number(parameter(call, "deployment_id"));
  const one = call.state.deployments.find((deployment) => deployment.id === id);
  if (one === undefined) throw notFound();
  return one;
}
