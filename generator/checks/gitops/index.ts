import type { Invariant, PlatformTree } from "../invariant.ts";
import { applicationsNeverCascade, childrenGuarded, rootPrunesNothing } from "./deletion.ts";
import { applicationReachesItsEnvironment, oneNamespaceEach } from "./destinations.ts";
import { autoscaledReplicasIgnored, differencesStayVisible } from "./differences.ts";
import { projectForbidsDataAndRights, projectIsNarrow, projectsKeepOutOfArgoCd } from "./narrow-projects.ts";
import { projectPermitsObjects } from "./permissions.ts";
import { applicationHasProject, projectAllowsApplication, rootIsAlone } from "./projects.ts";
import { sameIdentity } from "./same-identity.ts";
import { sameProbes } from "./same-probes.ts";
import { sameProtection } from "./same-protection.ts";
import { sameStrategy } from "./same-strategy.ts";
import {
  applicationNamesItsBranch,
  applicationSeesItsChanges,
  applicationSyncsItsFolder,
  environmentHasApplication,
} from "./source.ts";
import { syncOptionsSafe, syncOptionsSet } from "./sync-options.ts";
import { emptyFolderPrunesNothing, retriesBounded } from "./sync-policy.ts";
import { objectHasOneOwner } from "./unique-objects.ts";

/** Argo CD's objects: what they sync, where, how, and what they may never do; and what is the same in all environments. */
export const GITOPS: readonly Invariant<PlatformTree>[] = [
  objectHasOneOwner,
  environmentHasApplication,
  applicationSyncsItsFolder,
  applicationNamesItsBranch,
  applicationSeesItsChanges,
  oneNamespaceEach,
  applicationReachesItsEnvironment,
  applicationHasProject,
  projectAllowsApplication,
  projectPermitsObjects,
  projectIsNarrow,
  projectForbidsDataAndRights,
  projectsKeepOutOfArgoCd,
  rootIsAlone,
  rootPrunesNothing,
  applicationsNeverCascade,
  childrenGuarded,
  syncOptionsSet,
  syncOptionsSafe,
  emptyFolderPrunesNothing,
  retriesBounded,
  differencesStayVisible,
  sameIdentity,
  sameProtection,
  sameProbes,
  sameStrategy,
  autoscaledReplicasIgnored,
];
