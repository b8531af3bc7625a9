import type { Invariant, RepositoryTree } from "../invariant.ts";
import { checkoutKeepsNoCredentials, noInheritedSecrets } from "./credentials.ts";
import { scriptsTakeNoText } from "./injection.ts";
import { installsRunNoScripts } from "./installs.ts";
import { jobsHaveLeastRights, workflowStartsWithoutRights } from "./permissions.ts";
import { actionsPinned, pinsNameVersions, workflowImagesPinned } from "./pinned.ts";
import { jobsTimeOut } from "./time-limits.ts";
import { noDangerousTriggers } from "./triggers.ts";

/** What GitHub runs, and what strangers could make of it. */
export const WORKFLOWS: readonly Invariant<RepositoryTree>[] = [
  noDangerousTriggers,
  workflowStartsWithoutRights,
  jobsHaveLeastRights,
  actionsPinned,
  pinsNameVersions,
  workflowImagesPinned,
  checkoutKeepsNoCredentials,
  noInheritedSecrets,
  scriptsTakeNoText,
  installsRunNoScripts,
  jobsTimeOut,
];
