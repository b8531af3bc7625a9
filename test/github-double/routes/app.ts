import { idOf, user } from "../resources/user.ts";
import { type Answer, type Call, created, ok, type Routes } from "../server/call.ts";
import { notFound, Refusal } from "../server/refusal.ts";
import { parameter } from "../server/require.ts";
import { INSTALLATION } from "../state/access.ts";

/** What an App asks for itself, with a JWT. */
export const appRoutes: Routes = {
  "GET /repos/{owner}/{repo}/installation": read,
  "POST /app/installations/{installation_id}/access_tokens": createToken,
};

const PERMISSIONS = {
  contents: "write",
  deployments: "read",
  issues: "write",
  metadata: "read",
  pull_requests: "write",
  statuses: "write",
};
const HOUR = 3_600_000;

function read(call: Call): Answer {
  requireApp(call);
  const { state, site } = call;
  const url = `${site.api}/app/installations/${INSTALLATION}`;
  return ok({
    ...{ id: INSTALLATION, app_id: Number(state.access.app?.id), app_slug: "milvus-gitops", client_id: "Iv1.0000000000000000" },
    ...{ account: user(site, state.owner, "Organization"), target_id: idOf(state.owner), target_type: "Organization" },
    ...{ access_tokens_url: `${url}/access_tokens`, repositories_url: `${site.api}/installation/repositories` },
    ...{
      html_url: `${site.html}/organizations/${state.owner}/settings/installations/${INSTALLATION}`,
      repository_selection: "selected",
    },
    ...{ permissions: PERMISSIONS, events: [], single_file_name: null, suspended_by: null, suspended_at: null },
    ...{ created_at: "2026-01-01T00:00:00Z", updated_at: "2026-01-01T00:00:00Z" },
  });
}

/** The token runs out by the real clock: the client compares. */
function createToken(call: Call): Answer {
  requireApp(call);
  const { access } = call.state;
  if (parameter(call, "installation_id") !== `${INSTALLATION}`) throw notFound();
  access.issued += 1;
  const token = `installation-token-${access.issued}`;
  access.installationTokens.add(token);
  const expires = new Date(Date.now() + HOUR).toISOString().replace(/\.\d+Z$/, "Z");
  return created({ token, expires_at: expires, permissions: PERMISSIONS, repository_selection: "selected" });
}

function requireApp({ isApp }: Call): void {
  if (!isApp) throw new Refusal(401, "A JSON web token could not be decoded");
}
