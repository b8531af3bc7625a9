import type { EnvVar } from "../../kubernetes/env.ts";
import type { Unit } from "../../kubernetes/resource.ts";
import type { Environment, PulsarCluster } from "../../model/environment.ts";
import { AUTORECOVERY } from "../../model/identities.ts";
import { PULSAR_METRICS } from "../../model/ports.ts";
import { WAVE } from "../../model/waves.ts";
import { account } from "./account.ts";
import { bookieFrame } from "./bookie-frame.ts";
import { bookkeeperToolEnv, METADATA_SERVICE, WAIT_FOR_BOOKKEEPER } from "./bookkeeper-metadata.ts";
import { configure } from "./configure.ts";
import { serverContainer, toolContainer } from "./container.ts";
import { podEnv, settings } from "./env.ts";
import { serverJvm } from "./jvm.ts";
import { autorecoveryProbes } from "./probes.ts";
import { script } from "./script.ts";
import { deployment, type Role } from "./workload.ts";

const START = script(...configure("bookkeeper"), "exec bin/bookkeeper autorecovery");

/**
 * Copies ledgers anew when a bookie is gone for good. A Deployment: it keeps nothing, nobody calls it, and its pods elect an
 * auditor among themselves.
 */
export function autorecoveryUnit(environment: Environment, pulsar: PulsarCluster): Unit {
  const role = autorecovery(environment, pulsar);
  return {
    path: "pulsar/autorecovery",
    resources: [account(environment, AUTORECOVERY, role.wave), { file: "deployment", object: deployment(environment, role) }],
  };
}

function autorecovery(environment: Environment, pulsar: PulsarCluster): Role {
  const workload = pulsar.autorecovery;
  return {
    identity: AUTORECOVERY,
    workload,
    wave: WAVE.bookkeeper,
    graceSeconds: 30,
    claims: [],
    files: [],
    initContainers: [
      toolContainer(environment, pulsar.image, {
        name: "wait-for-bookkeeper",
        script: WAIT_FOR_BOOKKEEPER,
        env: bookkeeperToolEnv(),
      }),
    ],
    container: serverContainer(environment, pulsar.image, {
      name: "autorecovery",
      script: START,
      env: env(pulsar),
      workload,
      ports: [PULSAR_METRICS],
      probes: autorecoveryProbes(),
      claims: [],
      files: [],
    }),
  };
}

function env(pulsar: PulsarCluster): EnvVar[] {
  return [
    ...podEnv(),
    ...serverJvm("BOOKIE", pulsar.autorecovery.jvm),
    ...settings({
      ...METADATA_SERVICE,
      httpServerEnabled: "true",
      httpServerPort: PULSAR_METRICS.port,
      nettyMaxFrameSizeBytes: bookieFrame(pulsar),
    }),
  ];
}
