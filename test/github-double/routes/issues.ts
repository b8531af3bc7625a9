import { issue } from "../resources/issue.ts";
import { label } from "../resources/label.ts";
import { type Answer, type Call, created, ok, type Routes } from "../server/call.ts";
import { page } from "../server/pages.ts";
import { invalid } from "../server/refusal.ts";
import { requirePull, requireSettledPull } from "../server/require.ts";
import { nextId, now } from "../state/clock.ts";
import { closePull } from "../state/closing.ts";
import type { State } from "../state/state.ts";

/** Pull requests as issues; other issues the double does not have. */
export const issueRoutes: Routes = {
  "GET /repos/{owner}/{repo}/issues/{issue_number}": (call) => ok(issue(call.state, call.site, requirePull(call))),
  "PATCH /repos/{owner}/{repo}/issues/{issue_number}": update,
  "GET /repos/{owner}/{repo}/issues/{issue_number}/labels": (call) =>
    page(call, requirePull(call).labels, (name) => label(call.state, call.site, name)),
  "POST /repos/{owner}/{repo}/issues/{issue_number}/labels": addLabels,
  "POST /repos/{owner}/{repo}/issues/{issue_number}/assignees": addAssignees,
};

const LONGEST_LABEL = 50;

function update(call: Call): Answer {
  const { state, site, body } = call;
  const pull = requireSettledPull(call);
  const assignees = namesOf(body.assignees, "login") ?? pull.assignees;
  for (const login of assignees) requireAssignable(state, login);
  const labels = namesOf(body.labels, "name");
  if (labels !== undefined) makeLabels(state, labels);
  Object.assign(pull, {
    assignees,
    labels: labels ?? pull.labels,
    title: body.title ?? pull.title,
    body: body.body ?? pull.body,
  });
  if (body.state === "closed" && pull.closed === undefined) closePull(state, pull, call.actor);
  pull.updatedAt = now(state);
  return ok(issue(state, site, pull));
}

function addLabels(call: Call): Answer {
  const { state, site, body } = call;
  const pull = requireSettledPull(call);
  const names = namesOf(body.labels, "name") ?? [];
  makeLabels(state, names);
  pull.labels = [...new Set([...pull.labels, ...names])];
  return ok(pull.labels.map((name) => label(state, site, name)));
}

/** Whoever cannot be assigned is passed over in silence here, and refused by PATCH. */
function addAssignees(call: Call): Answer {
  const pull = requireSettledPull(call);
  const wanted = namesOf(call.body.assignees, "login") ?? [];
  pull.assignees = [...new Set([...pull.assignees, ...wanted.filter((login) => isAssignable(call.state, login))])];
  return created(issue(call.state, call.site, pull));
}

/** A label that the repository does not have is made. */
function makeLabels(state: State, names: readonly string[]): void {
  if (names.some((name) => name.length > LONGEST_LABEL)) {
    throw invalid("Label", {
      code: "custom",
      field: "name",
      message: `name is too long (maximum is ${LONGEST_LABEL} characters)`,
    });
  }
  for (const name of names) if (!state.labels.has(name)) state.labels.set(name, nextId(state));
}

function requireAssignable(state: State, login: string): void {
  if (!isAssignable(state, login)) throw invalid("Issue", { code: "invalid", field: "assignees" });
}

function isAssignable({ collaborators }: State, login: string): boolean {
  return collaborators.includes(login);
}

/** GitHub takes names, and objects with a name. */
function namesOf(items: readonly (string | Record<string, string>)[] | undefined, field: string): string[] | undefined {
  return items?.map((item) => (typeof item === "string" ? item : (item[field] ?? "")));
}
