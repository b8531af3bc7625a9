import { comment } from "../resources/comment.ts";
import { type Answer, type Call, created, ok, type Routes } from "../server/call.ts";
import { page } from "../server/pages.ts";
import { invalid, notFound } from "../server/refusal.ts";
import { parameter, requirePull, requireSettledPull } from "../server/require.ts";
import { nextId, now } from "../state/clock.ts";
import type { Comment, State } from "../state/state.ts";

export const commentRoutes: Routes = {
  "GET /repos/{owner}/{repo}/issues/{issue_number}/comments": list,
  "POST /repos/{owner}/{repo}/issues/{issue_number}/comments": create,
  "PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}": update,
};

const LONGEST = 65_536;

function list(call: Call): Answer {
  return page(call, commentsOf(call.state, requirePull(call).number), (one) => comment(call.state, call.site, one));
}

function create(call: Call): Answer {
  const { state, site, actor, body } = call;
  const { number } = requireSettledPull(call);
  requireText(body.body);
  return created(comment(state, site, writeComment(state, number, actor, body.body)));
}

function update(call: Call): Answer {
  const { state, site, body } = call;
  const one = state.comments.get(Number(parameter(call, "comment_id")));
  if (one === undefined) throw notFound();
  requireText(body.body);
  one.body = body.body;
  one.updatedAt = now(state);
  return ok(comment(state, site, one));
}

export function writeComment(state: State, pullRequest: number, author: string, body: string): Comment {
  const at = now(state);
  const one = { id: nextId(state), pullRequest, author, body, createdAt: at, updatedAt: at };
  state.comments.set(one.id, one);
  return one;
}

/** Oldest first. */
export function commentsOf({ comments }: State, pullRequest: number): Comment[] {
  return [...comments.values()].filter((one) => one.pullRequest === pullRequest);
}

function requireText(text: string): void {
  if (text.trim() === "") throw invalid("IssueComment", { code: "missing_field", field: "body" });
  if (text.length > LONGEST) {
    throw invalid("IssueComment", {
      code: "unprocessable",
      field: "data",
      message: `Body is too long (maximum is ${LONGEST} characters)`,
    });
  }
}
