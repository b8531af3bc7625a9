import type { EnvironmentTree, Invariant } from "../invariant.ts";
import { accountTokenNotMounted, podTokenNotMounted, serviceAccountIsOwn, serviceLinksOff } from "./accounts.ts";
import { capabilitiesDropped, capabilitiesNotAdded } from "./capabilities.ts";
import { appArmorAnnotationConfined, appArmorConfined, seccompProfileSet, seLinuxConfined } from "./confinement.ts";
import { consoleBehindPassword } from "./console.ts";
import { externalAddressesUnused, ingressAsAsked, routeAsAsked, serviceTypeAsAsked } from "./exposure.ts";
import { groupIsNotRoot } from "./groups.ts";
import { handlersCallOwnPod, hostAliasesUnused } from "./hosts.ts";
import { userFitsImage } from "./image-user.ts";
import { namespaceEnforcesPodSecurity, namespacePinsPodSecurity } from "./namespace.ts";
import { namespaceIsOwn, objectIsInNamespace } from "./namespaces.ts";
import { hostNamespacesUnused, hostPortsUnused, hostProcessOff, sysctlsSafe } from "./node.ts";
import { containerNotPrivileged, noPrivilegeEscalation, procMountDefault } from "./privileges.ts";
import { grantsNoRights } from "./rights.ts";
import { rootFilesystemReadOnly, writablePathsMounted } from "./root-filesystem.ts";
import { securityContextAtBothLevels } from "./security-contexts.ts";
import { runsAsNonRoot, userIsNumeric } from "./users.ts";
import { volumeTypesAllowed } from "./volumes.ts";

/** What keeps pods to themselves: Pod Security "restricted" field by field, users and groups, accounts, namespaces and exposure. */
export const SECURITY: readonly Invariant<EnvironmentTree>[] = [
  namespaceEnforcesPodSecurity,
  namespacePinsPodSecurity,
  namespaceIsOwn,
  objectIsInNamespace,
  securityContextAtBothLevels,
  runsAsNonRoot,
  userIsNumeric,
  userFitsImage,
  groupIsNotRoot,
  containerNotPrivileged,
  noPrivilegeEscalation,
  procMountDefault,
  capabilitiesDropped,
  capabilitiesNotAdded,
  seccompProfileSet,
  appArmorConfined,
  appArmorAnnotationConfined,
  seLinuxConfined,
  rootFilesystemReadOnly,
  writablePathsMounted,
  volumeTypesAllowed,
  hostNamespacesUnused,
  hostPortsUnused,
  hostProcessOff,
  sysctlsSafe,
  handlersCallOwnPod,
  hostAliasesUnused,
  accountTokenNotMounted,
  podTokenNotMounted,
  serviceAccountIsOwn,
  serviceLinksOff,
  grantsNoRights,
  serviceTypeAsAsked,
  ingressAsAsked,
  routeAsAsked,
  externalAddressesUnused,
  consoleBehindPassword,
];
