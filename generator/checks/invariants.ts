import { BACKUP } from "./backup/index.ts";
import { DATA } from "./data/index.ts";
import { GITOPS } from "./gitops/index.ts";
import { IMAGES, IMAGES_ACROSS } from "./images/index.ts";
import type { EnvironmentTree, Invariant, PlatformTree, RepositoryTree } from "./invariant.ts";
import { MONITORING } from "./monitoring/index.ts";
import { NETWORK } from "./network/index.ts";
import { PODS, PODS_ACROSS } from "./pods/index.ts";
import { QUORUM } from "./quorum/index.ts";
import { REFERENCES, REFERENCES_ACROSS } from "./references/index.ts";
import { REPOSITORY } from "./repository/index.ts";
import { SECRETS } from "./secrets/index.ts";
import { SECURITY } from "./security/index.ts";
import { WORKFLOWS } from "./workflows/index.ts";

/** What holds for the objects of each environment. */
export const ENVIRONMENT_INVARIANTS: readonly Invariant<EnvironmentTree>[] = [
  ...REFERENCES,
  ...QUORUM,
  ...DATA,
  ...SECURITY,
  ...PODS,
  ...SECRETS,
  ...IMAGES,
  ...MONITORING,
  ...NETWORK,
  ...BACKUP,
];

/** What holds for Argo CD's objects, and between environments. */
export const PLATFORM_INVARIANTS: readonly Invariant<PlatformTree>[] = [
  ...GITOPS,
  ...REFERENCES_ACROSS,
  ...PODS_ACROSS,
  ...IMAGES_ACROSS,
];

/** What holds for the files. */
export const REPOSITORY_INVARIANTS: readonly Invariant<RepositoryTree>[] = [...REPOSITORY, ...WORKFLOWS];
