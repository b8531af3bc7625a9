import { review } from "../resources/review.ts";
import type { Answer, Call, Routes } from "../server/call.ts";
import { page } from "../server/pages.ts";
import { requirePull } from "../server/require.ts";

export const reviewRoutes: Routes = {
  "GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews": list,
};

/** Every approval is of the one person that the double has. */
function list(call: Call): Answer {
  const pull = requirePull(call);
  const numbers = Array.from({ length: pull.approvals }, (_, index) => index + 1);
  return page(call, numbers, (number) => review(call.state, call.site, { pull, number }));
}
