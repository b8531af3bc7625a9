import { appRoutes } from "../routes/app.ts";
import { commentRoutes } from "../routes/comments.ts";
import { commitRoutes } from "../routes/commits.ts";
import { deploymentRoutes } from "../routes/deployments.ts";
import { issueRoutes } from "../routes/issues.ts";
import { mergeRoutes } from "../routes/merge.ts";
import { newTreeRoutes } from "../routes/new-tree.ts";
import { objectRoutes } from "../routes/objects.ts";
import { pullRoutes } from "../routes/pulls.ts";
import { rateLimitRoutes } from "../routes/rate-limit.ts";
import { refRoutes } from "../routes/refs.ts";
import { repositoryRoutes } from "../routes/repository.ts";
import { reviewerRoutes } from "../routes/reviewers.ts";
import { reviewRoutes } from "../routes/reviews.ts";
import { statusRoutes } from "../routes/statuses.ts";
import type { Handler, Routes } from "./call.ts";

const ROUTES: Routes = {
  ...repositoryRoutes,
  ...refRoutes,
  ...objectRoutes,
  ...newTreeRoutes,
  ...statusRoutes,
  ...commitRoutes,
  ...pullRoutes,
  ...mergeRoutes,
  ...reviewerRoutes,
  ...reviewRoutes,
  ...issueRoutes,
  ...commentRoutes,
  ...deploymentRoutes,
  ...appRoutes,
  ...rateLimitRoutes,
};

export const OPERATIONS = Object.keys(ROUTES);

export interface Route {
  readonly operation: string;
  readonly handler: Handler;
  readonly params: Readonly<Record<string, string>>;
}

/** The operation of a path. Names of branches may hold slashes, written as they are or as %2F. */
export function findRoute(method: string, path: string): Route | undefined {
  for (const [operation, handler, pattern] of PATTERNS) {
    const found = operation.startsWith(`${method} `) ? pattern.exec(path) : null;
    if (found !== null) return { operation, handler, params: decoded(found.groups ?? {}) };
  }
  return undefined;
}

const PATTERNS = Object.entries(ROUTES).map(([operation, handler]): [string, Handler, RegExp] => {
  const [, template = ""] = operation.split(" ");
  return [operation, handler, new RegExp(`^${template.replace(/\{(\w+)\}/g, parameterPattern)}$`)];
});

function parameterPattern(_: string, name: string): string {
  return `(?<${name}>${["ref", "branch", "basehead"].includes(name) ? ".+" : "[^/]+"})`;
}

function decoded(groups: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, decodeURIComponent(value)]));
}
