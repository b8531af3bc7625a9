import type { KubernetesObject } from "../kubernetes/resource.ts";
import type { Environment, Platform } from "../model/environment.ts";
import { objectAddress } from "./object-address.ts";

/**
 * Something that is always true of a good tree. Its name is what people write to suppress it and what tools show, so it never
 * changes; `find` is pure and says each place where the tree breaks it.
 */
export interface Invariant<Tree> {
  /** `service-selects-pods` */
  readonly name: string;
  /** The class of the problem, as in every other message: `E_REF`. */
  readonly code: string;
  /** A warning is shown and fails nothing. */
  readonly severity: "error" | "warning";
  /** What goes wrong where it is broken. */
  readonly reason: string;
  readonly remedy: string;
  readonly find: (tree: Tree) => readonly Violation[] | Promise<readonly Violation[]>;
}

/** One place where an invariant is broken. */
export interface Violation {
  /** An object, `StatefulSet milvus-prod/etcd`, or a file, `overlays/prod/etcd/kustomization.yaml`. */
  readonly subject: string;
  /** What was found there, one sentence. */
  readonly message: string;
}

/** The objects of one environment, rendered or planned, with their namespaces set. */
export interface EnvironmentTree {
  readonly environment: Environment;
  readonly objects: readonly KubernetesObject[];
  /** Keys by the name of each Secret that is created outside Git. */
  readonly secrets: ReadonlyMap<string, readonly string[]>;
}

/** What Argo CD reads, and all environments together. */
export interface PlatformTree {
  readonly platform: Platform;
  readonly applications: readonly KubernetesObject[];
  readonly environments: readonly EnvironmentTree[];
}

/** The files of the repository, as far as the generator or a reader of them could be misled: path to content. */
export interface RepositoryTree {
  readonly platform: Platform;
  readonly environments: readonly Environment[];
  readonly files: ReadonlyMap<string, RepositoryFile>;
  /** Reads a YAML text: one that nobody asks for is not parsed, and one that many files share only once. */
  readonly parse: (text: string) => YamlContent;
}

/** A link is not followed, and of a file above the limit only its size is known, in bytes. */
export type RepositoryFile =
  | { readonly type: "file"; readonly text: string }
  | { readonly type: "large"; readonly bytes: number }
  | { readonly type: "symlink" | "other" };

/** The documents of a YAML text as far as they can be read, and what is wrong with its form. */
export interface YamlContent {
  readonly values: readonly unknown[];
  readonly faults: readonly YamlFault[];
}

export interface YamlFault {
  readonly kind: "syntax" | "alias" | "repeated-key";
  /** Counted from 1. */
  readonly line: number;
  /** What stands there: an anchor, a key, or the parser's words. */
  readonly text: string;
}

export function violation(object: KubernetesObject, message: string): Violation {
  return { subject: objectAddress(object), message };
}
