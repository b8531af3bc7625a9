import type { EnvVar } from "../../kubernetes/env.ts";
import type { PulsarCluster } from "../../model/environment.ts";
import { BROKER } from "../../model/identities.ts";
import { PULSAR_BINARY, PULSAR_HTTP } from "../../model/ports.ts";
import { METADATA_STORE } from "./cluster-metadata.ts";
import { STATUS_FILE } from "./configure.ts";
import { podEnv, settings } from "./env.ts";
import { serverJvm } from "./jvm.ts";
import { CLUSTER, ownAddress } from "./names.ts";
import { topicSettings } from "./topics.ts";

/** Threads for HTTP. The default counts processors, and in a small container leaves none to answer while one asks. */
export const HTTP_THREADS = 8;

/** The configuration of a broker. */
export function brokerEnv(pulsar: PulsarCluster): EnvVar[] {
  return [
    ...podEnv(),
    ...serverJvm("PULSAR", pulsar.broker.jvm),
    ...settings({
      metadataStoreUrl: METADATA_STORE,
      configurationMetadataStoreUrl: METADATA_STORE,
      clusterName: CLUSTER,
      advertisedAddress: ownAddress(BROKER),
      brokerServicePort: PULSAR_BINARY.port,
      webServicePort: PULSAR_HTTP.port,
      numHttpServerThreads: HTTP_THREADS,
      statusFilePath: STATUS_FILE,
      functionsWorkerEnabled: "false",
      managedLedgerDefaultEnsembleSize: pulsar.ensembleSize,
      managedLedgerDefaultWriteQuorum: pulsar.writeQuorum,
      managedLedgerDefaultAckQuorum: pulsar.ackQuorum,
      ...topicSettings(pulsar),
    }),
  ];
}
