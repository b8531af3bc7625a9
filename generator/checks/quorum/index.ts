import type { EnvironmentTree, Invariant } from "../invariant.ts";
import { ledgerCopiesFit, productionAcknowledgesCopies, productionHasSpareBookie } from "./bookkeeper-copies.ts";
import { etcdClusterNamesPods, zookeeperListNamesPods } from "./cluster-members.ts";
import {
  budgetHasSeveralPods,
  budgetKeepsQuorum,
  budgetLetsOneGo,
  budgetSaysUnhealthyPolicy,
  quorumHasBudget,
} from "./disruption-budgets.ts";
import { graceCoversStop, proxyLeavesFirst } from "./grace-period.ts";
import { coordinatorsStandBy, milvusRollsWithoutGap } from "./milvus-strategy.ts";
import { minioLayoutLegal } from "./minio-layout.ts";
import { podsKeepToHosts, podsSpreadOverZones } from "./placement.ts";
import { quorumMembersOdd } from "./quorum-members.ts";
import { rollOutInOrder } from "./roll-out-order.ts";
import { waveAfterServers } from "./wave-after-servers.ts";
import { namespaceFirst, waveBeforeUsers } from "./wave-before-users.ts";

/** Majorities and copies, and how pods come and go without losing them. */
export const QUORUM: readonly Invariant<EnvironmentTree>[] = [
  quorumMembersOdd,
  etcdClusterNamesPods,
  zookeeperListNamesPods,
  ledgerCopiesFit,
  productionAcknowledgesCopies,
  productionHasSpareBookie,
  minioLayoutLegal,
  budgetLetsOneGo,
  budgetKeepsQuorum,
  budgetHasSeveralPods,
  budgetSaysUnhealthyPolicy,
  quorumHasBudget,
  podsKeepToHosts,
  podsSpreadOverZones,
  coordinatorsStandBy,
  milvusRollsWithoutGap,
  graceCoversStop,
  proxyLeavesFirst,
  waveAfterServers,
  rollOutInOrder,
  waveBeforeUsers,
  namespaceFirst,
];
