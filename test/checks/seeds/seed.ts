import type { EnvironmentTree, PlatformTree, RepositoryTree } from "../../../generator/checks/invariant.ts";

/** A good tree with one thing broken, and the invariant that must see it. */
export interface Seed<Tree> {
  readonly invariant: string;
  /** What was broken, for the title of the test: `a Service selects other pods`. */
  readonly title: string;
  readonly breakIt: (tree: Tree) => Tree;
}

export type EnvironmentSeed = Seed<EnvironmentTree>;
export type PlatformSeed = Seed<PlatformTree>;
export type RepositorySeed = Seed<RepositoryTree>;
