import * as z from "zod";
import { form } from "../form.ts";
import { owner } from "./settings.ts";

/** GitHub cuts nothing: a longer label, or one more person than these, is refused with the whole request. */
const label = z.string().regex(/^\S(?:.{0,48}\S)?$/, form("E_NAME", "Use at most 50 characters on one line."));
const user = z.string().regex(/^@[A-Za-z0-9][A-Za-z0-9-]*$/, form("E_NAME", "Use a GitHub user, and no team: @octocat."));

/** How the pull requests look that `npm run propose`, `promote` and `rollback` open. */
export const pullRequests = z
  .strictObject({
    draft: z.boolean().describe("Open them as drafts, which ask nobody for a review yet."),
    labels: z.array(label).max(32).describe("Labels of each; those that the repository lacks are made."),
    reviewers: z
      .array(owner)
      .max(15)
      .describe("GitHub users and teams who are asked for a review, beside those that CODEOWNERS asks: @acme/platform."),
    assignees: z.array(user).max(10).describe("GitHub users whom each is assigned to: @octocat."),
    autoMerge: z
      .enum(["off", "merge", "squash", "rebase"])
      .describe("Have GitHub merge, in this way, when every review and check that the branch asks for is there."),
  })
  .partial();

/** What is told outside the cluster. */
export const notifications = z
  .strictObject({
    github: z.enum(["on", "off"]).describe("on: Argo CD reports each sync to GitHub as a deployment, which gates read."),
  })
  .partial();
