import { createHash } from "node:crypto";
import type { Site } from "../server/call.ts";

/** Templates as GitHub ends them, by the field's name without `_url`. */
const PATHS = {
  followers: "/followers",
  following: "/following{/other_user}",
  gists: "/gists{/gist_id}",
  starred: "/starred{/owner}{/repo}",
  subscriptions: "/subscriptions",
  organizations: "/orgs",
  repos: "/repos",
  events: "/events{/privacy}",
  received_events: "/received_events",
};

/** A user; a login that ends in `[bot]` is an App's. */
export function user({ api, html }: Site, login: string, type = login.endsWith("[bot]") ? "Bot" : "User"): object {
  const url = `${api}/users/${encodeURIComponent(login)}`;
  const urls = Object.entries(PATHS).map(([name, path]) => [`${name}_url`, `${url}${path}`]);
  return {
    login,
    id: idOf(login),
    node_id: nodeId("U", idOf(login)),
    avatar_url: `${html}/avatars/${idOf(login)}`,
    gravatar_id: "",
    url,
    html_url: `${html}/${encodeURIComponent(login)}`,
    ...Object.fromEntries(urls),
    type,
    site_admin: false,
  };
}

/** The same number for the same name, always. */
export function idOf(name: string): number {
  return createHash("sha1").update(name).digest().readUInt32BE(0);
}

export function nodeId(kind: string, id: number | string): string {
  return `${kind}_${Buffer.from(`${id}`).toString("base64url")}`;
}
