import { quorumLosses } from "../../../kubernetes/disruption-budget.ts";
import type { Environment, PulsarCluster, PulsarStandalone, Workload } from "../../../model/environment.ts";
import {
  AUTORECOVERY,
  BOOKKEEPER,
  BROKER,
  type Identity,
  PULSAR_PROXY,
  PULSAR_STANDALONE,
  ZOOKEEPER,
} from "../../../model/identities.ts";
import type { Alert } from "./alert.ts";
import { missingServers } from "./servers.ts";

/** Of each role of Pulsar, when too few of its pods answer. */
export function pulsarServerAlerts(environment: Environment, pulsar: PulsarStandalone | PulsarCluster): Alert[] {
  const alerts = (identity: Identity, workload: Workload, needed: number, otherwise: string) =>
    missingServers(environment, { identity, workload, needed, otherwise });
  if (pulsar.mode === "standalone") {
    return alerts(PULSAR_STANDALONE, pulsar.standalone, 1, "Without it nothing is written to Milvus.");
  }
  const { zookeeper, bookkeeper, autorecovery, broker, proxy, ensembleSize } = pulsar;
  const members = zookeeper.replicas - quorumLosses(zookeeper.replicas);
  return [
    ...alerts(ZOOKEEPER, zookeeper, members, "Without a majority of ZooKeeper Pulsar opens no topic and no ledger."),
    ...alerts(
      BOOKKEEPER,
      bookkeeper,
      ensembleSize,
      `With fewer than ${ensembleSize} bookies Pulsar opens no ledger and takes no message.`,
    ),
    ...alerts(AUTORECOVERY, autorecovery, 1, "Without it the ledgers of a lost bookie get no new copies."),
    ...alerts(BROKER, broker, 1, "Without a broker nothing is written to Milvus."),
    ...alerts(PULSAR_PROXY, proxy, 1, "Without a proxy Milvus does not reach the brokers."),
  ];
}
