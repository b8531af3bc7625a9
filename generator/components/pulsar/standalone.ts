import { type EnvVar, envValue } from "../../kubernetes/env.ts";
import type { Unit } from "../../kubernetes/resource.ts";
import { clientService, headlessService } from "../../kubernetes/service.ts";
import { TLS_SECRETS } from "../../model/certificates.ts";
import type { Environment, PulsarStandalone } from "../../model/environment.ts";
import { PULSAR_STANDALONE } from "../../model/identities.ts";
import { PULSAR_BINARY, PULSAR_HTTP } from "../../model/ports.ts";
import { WAVE } from "../../model/waves.ts";
import { account } from "./account.ts";
import { bookieFrame } from "./bookie-frame.ts";
import { HTTP_THREADS } from "./broker-env.ts";
import { certificateFolder } from "./certificates.ts";
import { configure, STATUS_FILE } from "./configure.ts";
import { serverContainer } from "./container.ts";
import { brokerTlsEnv } from "./encryption.ts";
import { podEnv, settings } from "./env.ts";
import { serverJvm } from "./jvm.ts";
import { ownAddress } from "./names.ts";
import { proxyPorts } from "./ports.ts";
import { brokerProbes } from "./probes.ts";
import { script } from "./script.ts";
import { asksForTokens, tokenEnv, tokenFiles } from "./tokens.ts";
import { topicSettings } from "./topics.ts";
import type { Claim } from "./volumes.ts";
import { type Role, statefulSet } from "./workload.ts";

const START = script(
  ...configure("standalone"),
  `echo OK > ${STATUS_FILE}`,
  "exec bin/pulsar standalone --no-functions-worker --no-stream-storage",
);

/** The broker in it hands its topics over for up to 60 s (brokerShutdownTimeoutMs). */
const GRACE_SECONDS = 90;

/** All of Pulsar in one process, for development: nothing of it survives its volume. */
export function standaloneUnit(environment: Environment, pulsar: PulsarStandalone): Unit {
  const role = standalone(environment, pulsar);
  const { service } = proxyPorts(environment);
  return {
    path: "pulsar/standalone",
    resources: [
      account(environment, PULSAR_STANDALONE, role.wave),
      { file: "service-headless", object: headlessService(PULSAR_STANDALONE, service, role.wave) },
      { file: "service", object: clientService(PULSAR_STANDALONE, service, role.wave) },
      { file: "statefulset", object: statefulSet(environment, role) },
    ],
  };
}

function standalone(environment: Environment, pulsar: PulsarStandalone): Role {
  const workload = pulsar.standalone;
  const ports = proxyPorts(environment);
  const files = [...tokenFiles(environment), ...certificateFolder(environment, TLS_SECRETS.pulsarStandalone)];
  const claims: Claim[] = [{ name: "data", mountPath: "/pulsar/data", volume: workload.storage }];
  return {
    identity: PULSAR_STANDALONE,
    workload,
    wave: WAVE.stores,
    graceSeconds: GRACE_SECONDS,
    claims,
    files,
    initContainers: [],
    container: serverContainer(environment, pulsar.image, {
      name: "standalone",
      script: START,
      env: [...env(pulsar), ...tokenEnv(environment), ...brokerTlsEnv(environment)],
      workload,
      ports: ports.container,
      probes: brokerProbes(asksForTokens(environment)),
      claims,
      files,
    }),
  };
}

function env(pulsar: PulsarStandalone): EnvVar[] {
  return [
    ...podEnv(),
    ...serverJvm("PULSAR", pulsar.standalone.jvm),
    // From 2.11 on the default is RocksDB; with this every version keeps its metadata in one place, and finds it after an upgrade.
    envValue("PULSAR_STANDALONE_USE_ZOOKEEPER", "1"),
    ...settings({
      // The pod's name, not the Service's: the broker calls itself while it starts, before any Service leads to it.
      advertisedAddress: ownAddress(PULSAR_STANDALONE),
      brokerServicePort: PULSAR_BINARY.port,
      webServicePort: PULSAR_HTTP.port,
      numHttpServerThreads: HTTP_THREADS,
      statusFilePath: STATUS_FILE,
      nettyMaxFrameSizeBytes: bookieFrame(pulsar),
      ...topicSettings(pulsar),
    }),
  ];
}
