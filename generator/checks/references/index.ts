import type { EnvironmentTree, Invariant, PlatformTree } from "../invariant.ts";
import { serviceAccountExists } from "./accounts.ts";
import { noTraceOfOthers } from "./across.ts";
import { autoscalerCountsAlone, autoscalerTargetExists, scaledObjectKeepsPods } from "./autoscalers.ts";
import { budgetSelectsOneWorkload, budgetsDoNotOverlap } from "./budgets.ts";
import { certificateIssuerExists, certificateNamesPods } from "./certificates.ts";
import { priorityClassIsDeclared, storageClassIsDeclared } from "./classes.ts";
import { configMapExists, configMapHasKey } from "./config-maps.ts";
import { peersFoundBeforeReady, statefulSetHasHeadlessService } from "./headless-services.ts";
import { addressHasPod, addressHasService, addressPortOffered } from "./hosts.ts";
import { objectDefinedOnce } from "./names.ts";
import { networkPolicyPortExists, networkPolicySelectsPods } from "./network-policies.ts";
import { routeLeadsToService } from "./routes.ts";
import { runtimeClassIsDeclared } from "./runtime-classes.ts";
import { certificateIsDeclared, pullSecretIsDeclared, secretExists, secretHasKey } from "./secrets.ts";
import { selectorMatchesTemplate, selectorsDoNotOverlap } from "./selectors.ts";
import { serviceSelectsPods, serviceTargetPortExists } from "./services.ts";
import { variableSetBeforeUse, variableSetOnce } from "./variables.ts";
import { claimExists, mountedFileExists, mountHasVolume } from "./volumes.ts";

/** Every name, port, selector and key that one object expects of another in its environment. */
export const REFERENCES: readonly Invariant<EnvironmentTree>[] = [
  objectDefinedOnce,
  selectorMatchesTemplate,
  selectorsDoNotOverlap,
  serviceSelectsPods,
  serviceTargetPortExists,
  statefulSetHasHeadlessService,
  peersFoundBeforeReady,
  budgetSelectsOneWorkload,
  budgetsDoNotOverlap,
  networkPolicySelectsPods,
  networkPolicyPortExists,
  autoscalerTargetExists,
  routeLeadsToService,
  certificateIsDeclared,
  certificateIssuerExists,
  certificateNamesPods,
  addressHasService,
  addressPortOffered,
  addressHasPod,
  serviceAccountExists,
  pullSecretIsDeclared,
  configMapExists,
  configMapHasKey,
  secretExists,
  secretHasKey,
  claimExists,
  mountHasVolume,
  mountedFileExists,
  variableSetBeforeUse,
  variableSetOnce,
  priorityClassIsDeclared,
  storageClassIsDeclared,
  autoscalerCountsAlone,
  runtimeClassIsDeclared,
  scaledObjectKeepsPods,
];

/** What no environment may expect of another. */
export const REFERENCES_ACROSS: readonly Invariant<PlatformTree>[] = [noTraceOfOthers];
