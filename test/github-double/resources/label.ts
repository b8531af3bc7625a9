import type { Site } from "../server/call.ts";
import type { State } from "../state/state.ts";
import { repositoryUrl } from "./repository.ts";
import { nodeId } from "./user.ts";

export function label(state: State, site: Site, name: string): object {
  return {
    id: state.labels.get(name) ?? 0,
    node_id: nodeId("LA", name),
    url: `${repositoryUrl(state, site)}/labels/${encodeURIComponent(name)}`,
    ...{ name, description: "", color: "ededed", default: false },
  };
}
