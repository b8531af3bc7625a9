import type { Invariant, RepositoryTree } from "../invariant.ts";
import { applicationFolderExists } from "./application-folders.ts";
import { changesChangeSomething, changesMeetObjects } from "./effective-entries.ts";
import { filesAreSmall, noLinks, onlyFiles } from "./file-kinds.ts";
import { noFunctions } from "./functions.ts";
import { generatedFilesListed, headersTrue } from "./generated-files.ts";
import { entryIsHere, entryOnce, entryStaysInEnvironment } from "./kustomization-entries.ts";
import { kustomizationIsPlain, kustomizationKeepsIdentity } from "./kustomization-fields.ts";
import { environmentHasOwners } from "./owners.ts";
import { filesHoldNoSecrets } from "./secret-text.ts";
import { lastLineEnds, linesEndAlike } from "./text-form.ts";
import { filesAreUsed } from "./used-files.ts";
import { keysOnce, noAliases, yamlIsReadable } from "./yaml-form.ts";

/** The files as Kustomize, Argo CD, GitHub and people read them, those of `custom/` too. */
export const REPOSITORY: readonly Invariant<RepositoryTree>[] = [
  noLinks,
  onlyFiles,
  filesAreSmall,
  linesEndAlike,
  lastLineEnds,
  yamlIsReadable,
  keysOnce,
  noAliases,
  filesHoldNoSecrets,
  kustomizationIsPlain,
  kustomizationKeepsIdentity,
  entryIsHere,
  entryStaysInEnvironment,
  entryOnce,
  noFunctions,
  filesAreUsed,
  changesMeetObjects,
  changesChangeSomething,
  applicationFolderExists,
  generatedFilesListed,
  headersTrue,
  environmentHasOwners,
];
