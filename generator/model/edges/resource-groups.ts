import type { Milvus } from "../environment.ts";
import { milvusIdentity, roleIdentity } from "../identities.ts";
import type { Edge, Party } from "./edge.ts";

/** The same edges, in which nodes of a resource group stand wherever the nodes of their role do: a group changes who serves what, not how. */
export function withGroups({ roles }: Pick<Milvus, "roles">, edges: readonly Edge[]): readonly Edge[] {
  const groups = roles.filter(({ group }) => group !== undefined);
  if (groups.length === 0) return edges;
  const join = (party: Party): Party => {
    if (party.type !== "pods" || party.app !== milvusIdentity("queryNode").app) return party;
    const joining = groups.filter(({ name }) => party.components.includes(milvusIdentity(name).component));
    const components = [...party.components, ...joining.map((role) => roleIdentity(role).component)];
    return { ...party, components: [...new Set(components)].sort() };
  };
  return edges.map(({ from, to, ports }) => ({ from: from.map(join), to: to.map(join), ports }));
}
