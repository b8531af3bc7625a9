import { disruptionBudget } from "../../kubernetes/disruption-budget.ts";
import type { EnvVar } from "../../kubernetes/env.ts";
import type { Unit } from "../../kubernetes/resource.ts";
import { clientService } from "../../kubernetes/service.ts";
import { TLS_SECRETS } from "../../model/certificates.ts";
import type { Environment, PulsarCluster } from "../../model/environment.ts";
import { BROKER, PULSAR_PROXY } from "../../model/identities.ts";
import { PULSAR_BINARY, PULSAR_BINARY_TLS, PULSAR_HTTP, PULSAR_HTTPS } from "../../model/ports.ts";
import { WAVE } from "../../model/waves.ts";
import { account } from "./account.ts";
import { HTTP_THREADS } from "./broker-env.ts";
import { certificateFolder } from "./certificates.ts";
import { configure, STATUS_FILE } from "./configure.ts";
import { serverContainer } from "./container.ts";
import { proxyTlsEnv } from "./encryption.ts";
import { podEnv, settings } from "./env.ts";
import { serverJvm } from "./jvm.ts";
import { CLUSTER } from "./names.ts";
import { proxyPorts } from "./ports.ts";
import { proxyProbes } from "./probes.ts";
import { script } from "./script.ts";
import { tokenEnv, tokenFiles } from "./tokens.ts";
import { deployment, type Role } from "./workload.ts";

const START = script(...configure("proxy"), `echo OK > ${STATUS_FILE}`, "exec bin/pulsar proxy");

/** The door to all brokers. A Deployment: any proxy leads to any broker, and nobody calls one by name. */
export function proxyUnit(environment: Environment, pulsar: PulsarCluster): Unit {
  const role = proxy(environment, pulsar);
  const losses = role.workload.replicas > 1 ? 1 : 0;
  return {
    path: "pulsar/proxy",
    resources: [
      account(environment, PULSAR_PROXY, role.wave),
      { file: "service", object: clientService(PULSAR_PROXY, proxyPorts(environment).service, role.wave) },
      { file: "deployment", object: deployment(environment, role) },
      ...disruptionBudget(PULSAR_PROXY, losses, "AlwaysAllow", role.wave),
    ],
  };
}

function proxy(environment: Environment, pulsar: PulsarCluster): Role {
  const workload = pulsar.proxy;
  const ports = proxyPorts(environment);
  const files = [...tokenFiles(environment), ...certificateFolder(environment, TLS_SECRETS.pulsarProxy)];
  return {
    identity: PULSAR_PROXY,
    workload,
    wave: WAVE.pulsarProxy,
    graceSeconds: 30,
    claims: [],
    files,
    initContainers: [],
    container: serverContainer(environment, pulsar.image, {
      name: "proxy",
      script: START,
      env: [...env(environment, pulsar), ...tokenEnv(environment), ...proxyTlsEnv(environment)],
      workload,
      ports: ports.container,
      probes: proxyProbes(),
      claims: [],
      files,
    }),
  };
}

/** Asks the brokers' Service who serves a topic, so it needs no ZooKeeper; the size of messages it learns from the broker. */
function env(environment: Environment, { proxy }: PulsarCluster): EnvVar[] {
  return [
    ...podEnv(),
    ...serverJvm("PULSAR", proxy.jvm),
    ...settings({
      ...brokerAddresses(environment),
      clusterName: CLUSTER,
      servicePort: PULSAR_BINARY.port,
      webServicePort: PULSAR_HTTP.port,
      httpNumThreads: HTTP_THREADS,
      statusFilePath: STATUS_FILE,
    }),
  ];
}

/** Of both kinds the encrypted ones do alone (ProxyServiceStarter; started so with 3.3.6). */
function brokerAddresses({ tls }: Environment) {
  if (tls.pulsar) {
    return {
      brokerServiceURLTLS: `pulsar+ssl://${BROKER.name}:${PULSAR_BINARY_TLS.port}`,
      brokerWebServiceURLTLS: `https://${BROKER.name}:${PULSAR_HTTPS.port}`,
    };
  }
  return {
    brokerServiceURL: `pulsar://${BROKER.name}:${PULSAR_BINARY.port}`,
    brokerWebServiceURL: `http://${BROKER.name}:${PULSAR_HTTP.port}`,
  };
}
