import { disruptionBudget } from "../../kubernetes/disruption-budget.ts";
import type { Unit } from "../../kubernetes/resource.ts";
import { clientService, headlessService } from "../../kubernetes/service.ts";
import { TLS_SECRETS } from "../../model/certificates.ts";
import type { Environment, PulsarCluster } from "../../model/environment.ts";
import { BROKER } from "../../model/identities.ts";
import { PULSAR_HTTP } from "../../model/ports.ts";
import { WAVE } from "../../model/waves.ts";
import { account } from "./account.ts";
import { brokerEnv } from "./broker-env.ts";
import { certificateFolder } from "./certificates.ts";
import { clusterToolEnv, initialiseCluster } from "./cluster-metadata.ts";
import { configure, STATUS_FILE } from "./configure.ts";
import { serverContainer, toolContainer } from "./container.ts";
import { brokerTlsEnv } from "./encryption.ts";
import { TOOL_COLLECTOR, TOOL_MEMORY } from "./jvm.ts";
import { ZOOKEEPER_ADDRESS } from "./names.ts";
import { brokerPorts } from "./ports.ts";
import { brokerProbes } from "./probes.ts";
import { script } from "./script.ts";
import { asksForTokens, tokenEnv, tokenFiles } from "./tokens.ts";
import { type Role, statefulSet } from "./workload.ts";

/** Where a broker registers, for as long as its session with ZooKeeper lives. */
const REGISTRATION = `/loadbalance/brokers/$PULSAR_PREFIX_advertisedAddress:${PULSAR_HTTP.port}`;

/** A broker that was killed is still registered for up to 30 s, and its successor of the same name would fail to start. */
const START = script(
  ...configure("broker"),
  `stale="${REGISTRATION}"`,
  `while PULSAR_MEM=${TOOL_MEMORY} PULSAR_GC=${TOOL_COLLECTOR} \\`,
  `  timeout 60 bin/pulsar zookeeper-shell -server ${ZOOKEEPER_ADDRESS} get "$stale" > /dev/null 2>&1; do`,
  '  echo "$stale is still there"',
  "  sleep 5",
  "done",
  `echo OK > ${STATUS_FILE}`,
  "exec bin/pulsar broker",
);

/** A broker hands its topics over for up to 60 s when it is told to stop (broker.conf, brokerShutdownTimeoutMs). */
const GRACE_SECONDS = 90;

/**
 * The servers of topics. A StatefulSet, though they keep nothing: proxies call each broker by the name under which it registers,
 * and one of them, the first, must be the one that writes the cluster's metadata.
 */
export function brokerUnit(environment: Environment, pulsar: PulsarCluster): Unit {
  const role = broker(environment, pulsar);
  const { service } = brokerPorts(environment);
  const losses = role.workload.replicas > 1 ? 1 : 0;
  return {
    path: "pulsar/broker",
    resources: [
      account(environment, BROKER, role.wave),
      { file: "service-headless", object: headlessService(BROKER, service, role.wave) },
      { file: "service", object: clientService(BROKER, service, role.wave) },
      { file: "statefulset", object: statefulSet(environment, role) },
      ...disruptionBudget(BROKER, losses, "AlwaysAllow", role.wave),
    ],
  };
}

function broker(environment: Environment, pulsar: PulsarCluster): Role {
  const workload = pulsar.broker;
  const ports = brokerPorts(environment);
  const files = [...tokenFiles(environment), ...certificateFolder(environment, TLS_SECRETS.broker)];
  return {
    identity: BROKER,
    workload,
    wave: WAVE.broker,
    graceSeconds: GRACE_SECONDS,
    claims: [],
    files,
    initContainers: [
      toolContainer(environment, pulsar.image, {
        name: "initialise-cluster",
        script: initialiseCluster(environment),
        env: clusterToolEnv(),
      }),
    ],
    container: serverContainer(environment, pulsar.image, {
      name: "broker",
      script: START,
      env: [...brokerEnv(pulsar), ...tokenEnv(environment), ...brokerTlsEnv(environment)],
      workload,
      ports: ports.container,
      probes: brokerProbes(asksForTokens(environment)),
      claims: [],
      files,
    }),
  };
}
