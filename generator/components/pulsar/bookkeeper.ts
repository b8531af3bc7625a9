import { disruptionBudget } from "../../kubernetes/disruption-budget.ts";
import type { EnvVar } from "../../kubernetes/env.ts";
import type { Unit } from "../../kubernetes/resource.ts";
import { headlessService } from "../../kubernetes/service.ts";
import type { Environment, PulsarCluster } from "../../model/environment.ts";
import { BOOKKEEPER } from "../../model/identities.ts";
import { BOOKIE, PULSAR_METRICS } from "../../model/ports.ts";
import { WAVE } from "../../model/waves.ts";
import { account } from "./account.ts";
import { bookieFrame } from "./bookie-frame.ts";
import { bookkeeperToolEnv, INITIALISE_BOOKKEEPER, METADATA_SERVICE } from "./bookkeeper-metadata.ts";
import { configure } from "./configure.ts";
import { serverContainer, toolContainer } from "./container.ts";
import { podEnv, settings } from "./env.ts";
import { serverJvm } from "./jvm.ts";
import { ownAddress } from "./names.ts";
import { bookieProbes } from "./probes.ts";
import { script } from "./script.ts";
import type { Claim } from "./volumes.ts";
import { type Role, statefulSet } from "./workload.ts";

const JOURNAL = "/pulsar/data/bookkeeper/journal";
const LEDGERS = "/pulsar/data/bookkeeper/ledgers";

const START = script(...configure("bookkeeper"), "exec bin/pulsar bookie");

/** A bookie writes what it has in memory to its ledgers before it goes. */
const GRACE_SECONDS = 60;

/** Where messages lie. No client Service: brokers call bookies by the names under which they register. */
export function bookkeeperUnit(environment: Environment, pulsar: PulsarCluster): Unit {
  const role = bookkeeper(environment, pulsar);
  return {
    path: "pulsar/bookkeeper",
    resources: [
      account(environment, BOOKKEEPER, role.wave),
      { file: "service-headless", object: headlessService(BOOKKEEPER, [BOOKIE], role.wave) },
      { file: "statefulset", object: statefulSet(environment, role) },
      // An entry is safe on ackQuorum bookies, so all of those but one may be away (BookKeeper docs, protocol).
      ...disruptionBudget(BOOKKEEPER, pulsar.ackQuorum - 1, "IfHealthyBudget", role.wave),
    ],
  };
}

function bookkeeper(environment: Environment, pulsar: PulsarCluster): Role {
  const workload = pulsar.bookkeeper;
  const claims: Claim[] = [
    { name: "journal", mountPath: JOURNAL, volume: workload.journal },
    { name: "ledgers", mountPath: LEDGERS, volume: workload.ledgers },
  ];
  return {
    identity: BOOKKEEPER,
    workload,
    wave: WAVE.bookkeeper,
    graceSeconds: GRACE_SECONDS,
    claims,
    files: [],
    initContainers: [
      toolContainer(environment, pulsar.image, {
        name: "initialise-bookkeeper",
        script: INITIALISE_BOOKKEEPER,
        env: bookkeeperToolEnv(),
      }),
    ],
    container: serverContainer(environment, pulsar.image, {
      name: "bookkeeper",
      script: START,
      env: env(pulsar),
      workload,
      ports: [BOOKIE, PULSAR_METRICS],
      probes: bookieProbes(),
      claims,
      files: [],
    }),
  };
}

function env(pulsar: PulsarCluster): EnvVar[] {
  return [
    ...podEnv(),
    ...serverJvm("BOOKIE", pulsar.bookkeeper.jvm),
    ...settings({
      ...METADATA_SERVICE,
      // The bookie's identity, in its cookie and in every ledger's metadata: never to be changed.
      advertisedAddress: ownAddress(BOOKKEEPER),
      bookiePort: BOOKIE.port,
      journalDirectories: JOURNAL,
      ledgerDirectories: LEDGERS,
      // A journal is of no use once its entries are in the ledgers.
      journalMaxBackups: 0,
      // Autorecovery is a workload of its own.
      autoRecoveryDaemonEnabled: "false",
      httpServerEnabled: "true",
      httpServerPort: PULSAR_METRICS.port,
      nettyMaxFrameSizeBytes: bookieFrame(pulsar),
    }),
  ];
}
