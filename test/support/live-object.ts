import { kubectl } from "./kubectl.ts";

export interface Metadata {
  readonly name: string;
  readonly namespace?: string;
  readonly uid: string;
  readonly resourceVersion: string;
  readonly generation?: number;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly ownerReferences?: readonly object[];
}

/** An object as the API server gives it. */
export interface LiveObject<Spec = unknown, Status = unknown> {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: Metadata;
  readonly spec?: Spec;
  readonly status?: Status;
}

/** One object, or undefined where there is none. */
export async function findObject<T extends LiveObject>(kind: string, namespace: string, name: string): Promise<T | undefined> {
  const text = await kubectl(["get", kind, name, "-n", namespace, "-o", "json", "--ignore-not-found"]);
  return text === "" ? undefined : (JSON.parse(text) as T);
}

/** One object that a proof rests on. */
export async function requireObject<T extends LiveObject>(kind: string, namespace: string, name: string): Promise<T> {
  return JSON.parse(await kubectl(["get", kind, name, "-n", namespace, "-o", "json"])) as T;
}

/** What `kubectl get` lists for these arguments. */
export async function listObjects<T extends LiveObject>(...args: readonly string[]): Promise<T[]> {
  const text = await kubectl(["get", ...args, "-o", "json", "--ignore-not-found"]);
  return text === "" ? [] : (JSON.parse(text) as { readonly items: T[] }).items;
}
