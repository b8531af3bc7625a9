import type { Site } from "../server/call.ts";
import { idOf, nodeId } from "./user.ts";

export function team({ api, html }: Site, owner: string, slug: string): object {
  const url = `${api}/organizations/${idOf(owner)}/team/${idOf(slug)}`;
  return {
    id: idOf(slug),
    node_id: nodeId("T", slug),
    name: slug,
    slug,
    description: null,
    privacy: "closed",
    notification_setting: "notifications_enabled",
    permission: "push",
    type: "organization",
    url,
    html_url: `${html}/orgs/${owner}/teams/${slug}`,
    members_url: `${url}/members{/member}`,
    repositories_url: `${url}/repos`,
    parent: null,
  };
}
