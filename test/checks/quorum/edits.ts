import type { EnvironmentTree } from "../../../generator/checks/invariant.ts";
import { environmentObjects } from "../../../generator/commands/check-plan.ts";
import { environmentTree } from "../../../generator/commands/render-environments.ts";
import type { EnvironmentFile } from "../../../generator/config/schema/environment.ts";
import type { KubernetesObject } from "../../../generator/kubernetes/resource.ts";
import { planOf } from "../../support/plans.ts";
import { environmentFile, sourcesOf } from "../../support/repository.ts";
import { withField } from "../objects.ts";

/** A change of a tree; one that changes nothing is a mistake in the test. */
export type Edit = (tree: EnvironmentTree) => EnvironmentTree;

/** The planned objects of an environment `prod` with this profile, in the namespace `milvus-prod`. */
export function plannedTree(profile: "production" | "development", settings: Partial<EnvironmentFile> = {}): EnvironmentTree {
  const [environment] = planOf(sourcesOf({ prod: environmentFile(profile, settings) })).environments;
  if (environment === undefined) throw new Error("There is no environment.");
  return environmentTree(environment, environmentObjects(environment));
}

/** One field of one object set to another value, undefined removes it: `set("StatefulSet etcd", "spec.replicas", 2)`. */
export function set(target: string, path: string, value: unknown): Edit {
  return onObjects((objects) => {
    requireTarget(objects, target);
    return withField(objects, target, path, value);
  });
}

/** A variable of the first container; undefined removes it. */
export function setVariable(target: string, name: string, value: string | undefined): Edit {
  return setEntry(target, name, value === undefined ? undefined : { name, value });
}

/** The same with the whole entry, for one that comes from elsewhere. */
export function setEntry(target: string, name: string, entry: object | undefined): Edit {
  return onObjects((objects) => {
    const env = entriesOf(requireTarget(objects, target));
    const index = env.findIndex((variable) => variable.name === name);
    const others = env.filter((variable) => variable.name !== name);
    const at = index === -1 ? env.length : index;
    return withField(objects, target, ENV, entry === undefined ? others : others.toSpliced(at, 0, entry as { name: string }));
  });
}

export function setAnnotation(target: string, name: string, value: string | undefined): Edit {
  return onObjects((objects) => {
    const { [name]: _, ...others } = requireTarget(objects, target).metadata.annotations ?? {};
    return withField(objects, target, "metadata.annotations", value === undefined ? others : { ...others, [name]: value });
  });
}

export function setWave(target: string, wave: number): Edit {
  return setAnnotation(target, "argocd.argoproj.io/sync-wave", String(wave));
}

/** Milvus' configuration file, whose ConfigMap has a hash in its name. */
export function editConfig(from: string, to: string): Edit {
  const isConfig = ({ kind, metadata }: KubernetesObject) => kind === "ConfigMap" && metadata.name.startsWith("milvus-config-");
  return onObjects((objects) => objects.map((object) => (isConfig(object) ? edited(object, from, to) : object)));
}

export function without(target: string): Edit {
  return onObjects((objects) => {
    const gone = requireTarget(objects, target);
    return objects.filter((object) => object !== gone);
  });
}

export function adding(...more: readonly KubernetesObject[]): Edit {
  return onObjects((objects) => [...objects, ...more]);
}

/** An object that a person wrote, in the environment's namespace. */
export function anObject(kind: string, name: string, fields: object = {}): KubernetesObject {
  return { apiVersion: "v1", kind, metadata: { name, namespace: "milvus-prod" }, ...fields };
}

/** A workload that a person wrote. */
export function aWorkload(kind: string, name: string, container: object): KubernetesObject {
  const labels = { app: name };
  const spec = { containers: [{ name, image: `registry.example.com/${name}:1`, ...container }] };
  return anObject(kind, name, { spec: { selector: { matchLabels: labels }, template: { metadata: { labels }, spec } } });
}

/** The claim of that name replaced by an emptyDir. */
export function withScratch(target: string, volume: string): Edit {
  return (tree) => {
    const { volumeClaimTemplates, template } = requireTarget(tree.objects, target).spec as {
      volumeClaimTemplates: readonly { metadata: { name: string } }[];
      template: { spec: { volumes?: readonly object[] } };
    };
    const volumes = [...(template.spec.volumes ?? []), { name: volume, emptyDir: {} }];
    const others = volumeClaimTemplates.filter(({ metadata }) => metadata.name !== volume);
    return all(set(target, "spec.volumeClaimTemplates", others), set(target, "spec.template.spec.volumes", volumes))(tree);
  };
}

/** Several changes, one after the other. */
export function all(...edits: readonly Edit[]): Edit {
  return (tree) => edits.reduce((before, edit) => edit(before), tree);
}

export function inProduction(isProduction: boolean): Edit {
  return (tree) => ({ ...tree, environment: { ...tree.environment, isProduction } });
}

const ENV = "spec.template.spec.containers.0.env";

function entriesOf(object: KubernetesObject): readonly { readonly name: string }[] {
  const { template } = object.spec as { template: { spec: { containers: readonly [{ env?: readonly { name: string }[] }] } } };
  return template.spec.containers[0].env ?? [];
}

function edited(object: KubernetesObject, from: string, to: string): KubernetesObject {
  const files = Object.entries(object.data as Record<string, string>);
  if (!files.some(([, text]) => text.includes(from))) throw new Error(`No file has ${from}`);
  return { ...object, data: Object.fromEntries(files.map(([name, text]) => [name, text.replace(from, to)])) };
}

function onObjects(change: (objects: readonly KubernetesObject[]) => readonly KubernetesObject[]): Edit {
  return (tree) => ({ ...tree, objects: change(tree.objects) });
}

function requireTarget(objects: readonly KubernetesObject[], target: string): KubernetesObject {
  const found = objects.find(({ kind, metadata }) => `${kind} ${metadata.name}` === target);
  if (found === undefined) throw new Error(`There is no ${target}.`);
  return found;
}
