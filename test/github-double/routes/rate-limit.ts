import { standing } from "../server/budget.ts";
import { ok, type Routes } from "../server/call.ts";

export const rateLimitRoutes: Routes = {
  "GET /rate_limit": ({ budget }) => {
    const core = standing(budget);
    const search = { limit: 30, used: 0, remaining: 30, reset: core.reset };
    return ok({ resources: { core, search }, rate: core });
  },
};
