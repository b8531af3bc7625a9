import { commitWithFiles } from "../resources/commit.ts";
import { repository, repositoryPage, repositoryUrl } from "../resources/repository.ts";
import { type Call, ok, type Routes } from "../server/call.ts";
import { Refusal } from "../server/refusal.ts";
import { parameter } from "../server/require.ts";
import { branchNames, readRef } from "../state/refs.ts";
import type { State } from "../state/state.ts";

export const repositoryRoutes: Routes = {
  "GET /repos/{owner}/{repo}": ({ state, site }) => ok({ ...repository(state, site), ...SETTINGS(state) }),
  "GET /repos/{owner}/{repo}/branches/{branch}": branch,
};

const SETTINGS = ({ allowsAutoMerge }: State) => ({
  ...{ allow_auto_merge: allowsAutoMerge, allow_merge_commit: true, allow_rebase_merge: true, allow_squash_merge: true },
  permissions: { admin: false, maintain: false, push: true, triage: true, pull: true },
});

function branch(call: Call) {
  const { state, site } = call;
  const name = parameter(call, "branch");
  const sha = branchNames(state).includes(name) ? readRef(state, `refs/heads/${name}`) : undefined;
  if (sha === undefined) throw new Refusal(404, "Branch not found");
  const url = `${repositoryUrl(state, site)}/branches/${encodeURIComponent(name)}`;
  return ok({
    ...{ name, commit: commitWithFiles(state, site, sha) },
    _links: { self: url, html: `${repositoryPage(state, site)}/tree/${name}` },
    ...{ protected: state.protections.has(name), protection: protection(state, name), protection_url: `${url}/protection` },
  });
}

function protection({ protections }: State, name: string): object {
  const contexts = protections.get(name)?.checks ?? [];
  const checks = contexts.map((context) => ({ context, app_id: null }));
  const level = protections.has(name) ? "everyone" : "off";
  return { enabled: protections.has(name), required_status_checks: { enforcement_level: level, contexts, checks } };
}
