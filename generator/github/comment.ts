import { COMMENT } from "./answers.ts";
import { answer } from "./calls.ts";
import type { GitHub } from "./client.ts";
import { isAway } from "./failure.ts";
import { allPages } from "./pages.ts";
import { list } from "./shape.ts";

/**
 * Brings the comment that holds the marker, an HTML comment, to this text; the marker is put in front where the text lacks it. GitHub
 * does not refuse a second comment, so a lost answer is never answered by sending again, but by looking what is there.
 */
export async function upsertComment(
  github: GitHub,
  pullRequest: number,
  marker: string,
  body: string,
): Promise<"created" | "updated" | "unchanged"> {
  const wanted = body.includes(marker) ? body : `${marker}\n${body}`;
  const there = await find(github, pullRequest, marker);
  if (there === undefined) return create(github, pullRequest, marker, wanted);
  if (there.body.replaceAll("\r\n", "\n").trim() === wanted.trim()) return "unchanged";
  await answer(github.rest.issues.updateComment({ ...github.repository, comment_id: there.id, body: wanted }), COMMENT);
  return "updated";
}

async function find(github: GitHub, pullRequest: number, marker: string) {
  const pages = await allPages(
    (window) => github.rest.issues.listComments({ ...github.repository, issue_number: pullRequest, ...window }),
    list(COMMENT),
  );
  const comments = pages.flat().map(({ id, body }) => ({ id, body: body ?? "" }));
  return comments.find((comment) => comment.body.includes(marker));
}

async function create(github: GitHub, pullRequest: number, marker: string, body: string): Promise<"created"> {
  const comment = { ...github.repository, issue_number: pullRequest, body, request: { retries: 0 } };
  try {
    await answer(github.rest.issues.createComment(comment), COMMENT);
  } catch (error) {
    if (!isAway(error)) throw error;
    await github.pause(2);
    if ((await find(github, pullRequest, marker)) === undefined) throw error;
  }
  return "created";
}
