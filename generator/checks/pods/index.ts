import type { EnvironmentTree, Invariant, PlatformTree } from "../invariant.ts";
import { applicationMatchesSchema, objectMatchesSchema } from "../schema.ts";
import { apiVersionStable } from "./api-versions.ts";
import { podHasController } from "./controllers.ts";
import { devicesWhole } from "./devices.ts";
import { jobCanChange, jobEnds } from "./jobs.ts";
import { livenessAsksNoPeer, livenessCallsNoOther } from "./liveness.ts";
import { portNamesLegal, portsDeclaredOnce, portsUnprivileged } from "./ports.ts";
import { probePortDeclared, probesDiffer, probesPresent } from "./probes.ts";
import { quotaCoversPods } from "./quota.ts";
import { ephemeralStorageBounded, requestsAndLimitsSet, requestWithinLimit } from "./resources.ts";
import { rollOutOutlastsStart, startupBudgetSuffices } from "./startup.ts";

/** What every pod says of itself, resources, probes and ports, and that the API server takes every object for what it is. */
export const PODS: readonly Invariant<EnvironmentTree>[] = [
  objectMatchesSchema,
  apiVersionStable,
  podHasController,
  requestsAndLimitsSet,
  requestWithinLimit,
  ephemeralStorageBounded,
  probesPresent,
  probePortDeclared,
  probesDiffer,
  startupBudgetSuffices,
  rollOutOutlastsStart,
  livenessCallsNoOther,
  livenessAsksNoPeer,
  portsUnprivileged,
  portNamesLegal,
  portsDeclaredOnce,
  quotaCoversPods,
  devicesWhole,
  jobEnds,
  jobCanChange,
];

/** The same of what Argo CD reads. */
export const PODS_ACROSS: readonly Invariant<PlatformTree>[] = [applicationMatchesSchema];
