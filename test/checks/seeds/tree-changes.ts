import type { EnvironmentTree } from "../../../generator/checks/invariant.ts";
import type { KubernetesObject } from "../../../generator/kubernetes/resource.ts";
import { withField } from "../objects.ts";

type Change = (tree: EnvironmentTree) => EnvironmentTree;

/** One field of one object has another value: `"StatefulSet etcd"`, `"spec.replicas"`; undefined removes it. */
export function set(target: string, path: string, value: unknown): Change {
  return (tree) => ({ ...tree, objects: withField(tree.objects, target, path, value) });
}

/** The same of the first object of a kind, whatever its name. */
export function setFirst(kind: string, path: string, value: unknown): Change {
  return (tree) => {
    const { name } = tree.objects.find((object) => object.kind === kind)?.metadata ?? {};
    return set(`${kind} ${name}`, path, value)(tree);
  };
}

/** An object that somebody wrote by hand, in the namespace of the environment. */
export function add(kind: string, fields: object, name = "extra"): Change {
  return (tree) => {
    const { apiVersion = "v1", ...others } = fields as Partial<KubernetesObject>;
    const metadata = { name, namespace: tree.environment.namespace };
    return { ...tree, objects: [...tree.objects, { apiVersion, kind, metadata, ...others }] };
  };
}

/** The object is gone. */
export function remove(target: string): Change {
  return (tree) => ({ ...tree, objects: tree.objects.filter(({ kind, metadata }) => `${kind} ${metadata.name}` !== target) });
}

/** One after the other. */
export function all(...changes: readonly Change[]): Change {
  return (tree) => changes.reduce((changed, change) => change(changed), tree);
}
