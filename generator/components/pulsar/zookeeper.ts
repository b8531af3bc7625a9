import { disruptionBudget, quorumLosses } from "../../kubernetes/disruption-budget.ts";
import { type EnvVar, envValue } from "../../kubernetes/env.ts";
import type { Unit } from "../../kubernetes/resource.ts";
import { clientService, headlessService } from "../../kubernetes/service.ts";
import type { Environment, PulsarCluster } from "../../model/environment.ts";
import { ZOOKEEPER } from "../../model/identities.ts";
import { PULSAR_METRICS, ZOOKEEPER_CLIENT, ZOOKEEPER_ELECTION, ZOOKEEPER_FOLLOWER } from "../../model/ports.ts";
import { WAVE } from "../../model/waves.ts";
import { account } from "./account.ts";
import { configPath, configure } from "./configure.ts";
import { serverContainer } from "./container.ts";
import { podEnv, settings } from "./env.ts";
import { serverJvm } from "./jvm.ts";
import { podAddress } from "./names.ts";
import { zookeeperProbes } from "./probes.ts";
import { script } from "./script.ts";
import type { Claim } from "./volumes.ts";
import { type Role, statefulSet } from "./workload.ts";

const MOUNT = "/pulsar/data";
const DATA_FOLDER = `${MOUNT}/zookeeper`;

/** Members are counted from 1, pods from 0. The empty line is for a file whose last line does not end. */
const START = script(
  ...configure("zookeeper"),
  `echo >> ${configPath("zookeeper")}`,
  "for member in $ZOOKEEPER_MEMBERS; do",
  `  echo "$member" >> ${configPath("zookeeper")}`,
  "done",
  `mkdir -p ${DATA_FOLDER}`,
  `echo $((\${POD_NAME##*-} + 1)) > ${DATA_FOLDER}/myid`,
  "exec bin/pulsar zookeeper",
);

/** Where bookies and brokers keep what they agree on: who is there, which ledgers exist, which topics. */
export function zookeeperUnit(environment: Environment, pulsar: PulsarCluster): Unit {
  const role = zookeeper(environment, pulsar);
  const peers = [ZOOKEEPER_CLIENT, ZOOKEEPER_FOLLOWER, ZOOKEEPER_ELECTION];
  return {
    path: "pulsar/zookeeper",
    resources: [
      account(environment, ZOOKEEPER, role.wave),
      { file: "service-headless", object: headlessService(ZOOKEEPER, peers, role.wave) },
      { file: "service", object: clientService(ZOOKEEPER, [ZOOKEEPER_CLIENT], role.wave) },
      { file: "statefulset", object: statefulSet(environment, role) },
      ...disruptionBudget(ZOOKEEPER, quorumLosses(role.workload.replicas), "IfHealthyBudget", role.wave),
    ],
  };
}

function zookeeper(environment: Environment, pulsar: PulsarCluster): Role {
  const workload = pulsar.zookeeper;
  const claims: Claim[] = [{ name: "data", mountPath: MOUNT, volume: workload.storage }];
  return {
    identity: ZOOKEEPER,
    workload,
    wave: WAVE.stores,
    graceSeconds: 30,
    claims,
    files: [],
    initContainers: [],
    container: serverContainer(environment, pulsar.image, {
      name: "zookeeper",
      script: START,
      env: env(pulsar),
      workload,
      ports: [ZOOKEEPER_CLIENT, ZOOKEEPER_FOLLOWER, ZOOKEEPER_ELECTION, PULSAR_METRICS],
      probes: zookeeperProbes(),
      claims,
      files: [],
    }),
  };
}

function env({ zookeeper }: PulsarCluster): EnvVar[] {
  return [
    ...podEnv(),
    ...serverJvm("PULSAR", zookeeper.jvm),
    envValue("ZOOKEEPER_MEMBERS", members(zookeeper.replicas)),
    ...settings({
      dataDir: DATA_FOLDER,
      // A member's own name may not resolve yet when it starts to listen.
      quorumListenOnAllIPs: "true",
    }),
  ];
}

function members(replicas: number): string {
  const ports = `${ZOOKEEPER_FOLLOWER.port}:${ZOOKEEPER_ELECTION.port}`;
  const pods = Array.from({ length: replicas }, (_, ordinal) => podAddress(ZOOKEEPER, `${ZOOKEEPER.name}-${ordinal}`));
  return pods.map((pod, ordinal) => `server.${ordinal + 1}=${pod}:${ports}`).join(" ");
}
