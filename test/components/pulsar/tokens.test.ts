import { describe, expect, it } from "vitest";
import { pulsar } from "../../../generator/components/pulsar/index.ts";
import { brokerProbes } from "../../../generator/components/pulsar/probes.ts";
import type { MessageQueue } from "../../../generator/model/environment.ts";
import { PULSAR_BINARY } from "../../../generator/model/ports.ts";
import {
  anAuthentication,
  anEnvironment,
  aPulsarCluster,
  aPulsarStandalone,
  aRequiredSecret,
} from "../../support/environments.ts";

const PUBLIC_KEY = {
  name: "PULSAR_PREFIX_tokenPublicKey",
  valueFrom: { secretKeyRef: { name: "milvus-pulsar", key: "public-key" } },
};
const MOUNT = { name: "tokens", mountPath: "/pulsar/tokens", readOnly: true };
const VOLUME = {
  name: "tokens",
  secret: { secretName: "milvus-pulsar", items: [{ key: "server-token", path: "server-token" }] },
};

const CLUSTER = ["pulsar-zookeeper", "pulsar-bookkeeper", "pulsar-autorecovery", "pulsar-broker", "pulsar-proxy"];

describe("tokens of Pulsar", () => {
  it.each([true, false])("are shown by brokers and proxies, and asked for: %s", (enforced) => {
    const servers = workloads(aPulsarCluster(), { enabled: true, enforced });
    const settings = tokenSettings(enforced);

    expect(Object.keys(servers)).toEqual(CLUSTER);
    for (const name of ["pulsar-broker", "pulsar-proxy"]) {
      const { containers, volumes } = servers[name] as PodSpec;
      expect(containers[0]?.env).toEqual(expect.arrayContaining([PUBLIC_KEY, ...settings]));
      expect(containers[0]?.volumeMounts).toContainEqual(MOUNT);
      expect(volumes).toContainEqual(VOLUME);
    }
  });

  it("are nothing to ZooKeeper, bookies and autorecovery, to the init containers, and to a Pulsar that knows none", () => {
    const known = workloads(aPulsarCluster(), { enabled: true, enforced: true });
    const unknown = workloads(aPulsarCluster(), { enabled: false, enforced: true });

    for (const name of CLUSTER.slice(0, 3)) expect(known[name]).toEqual(unknown[name]);
    expect(known["pulsar-broker"]?.initContainers).toEqual(unknown["pulsar-broker"]?.initContainers);
    expect(JSON.stringify(unknown)).not.toContain("uthentication");
  });

  it("are the same to a standalone Pulsar, which the kubelet then asks by its port", () => {
    const { "pulsar-standalone": standalone } = workloads(aPulsarStandalone(), { enabled: true, enforced: true });
    const { readinessProbe } = brokerProbes(true, PULSAR_BINARY);

    expect(standalone?.containers[0]?.env).toEqual(expect.arrayContaining([PUBLIC_KEY, ...tokenSettings(true)]));
    expect(standalone?.containers[0]?.readinessProbe).toEqual(readinessProbe);
    expect(readinessProbe).toMatchObject({ tcpSocket: { port: 6650 } });
  });
});

function tokenSettings(enforced: boolean) {
  const plugin = "org.apache.pulsar.client.impl.auth.AuthenticationToken";
  return Object.entries({
    authenticationEnabled: String(enforced),
    authenticationProviders: "org.apache.pulsar.broker.authentication.AuthenticationProviderToken",
    authenticateMetricsEndpoint: "false",
    brokerClientAuthenticationPlugin: plugin,
    brokerClientAuthenticationParameters: "file:///pulsar/tokens/server-token",
  }).map(([name, value]) => ({ name: `PULSAR_PREFIX_${name}`, value }));
}

interface PodSpec {
  readonly initContainers?: readonly object[];
  readonly containers: readonly Readonly<Record<string, unknown>>[];
  readonly volumes: readonly object[];
}

/** The pods of each workload, by its name. */
function workloads(messageQueue: MessageQueue, tokens: { enabled: boolean; enforced: boolean }): Record<string, PodSpec> {
  const { secrets } = anEnvironment();
  const keys = ["public-key", "server-token", "milvus-token"];
  const required = [aRequiredSecret({ purpose: "pulsar", name: "milvus-pulsar", keys })];
  const authentication = anAuthentication({ pulsar: tokens });
  const units = pulsar.units(anEnvironment({ messageQueue, authentication, secrets: { ...secrets, required } }));
  const objects = units.flatMap(({ resources }) => resources.map(({ object }) => object));
  const owners = objects.filter(({ kind }) => kind === "Deployment" || kind === "StatefulSet");
  return Object.fromEntries(
    owners.map(({ metadata, spec }) => [metadata.name, (spec as { template: { spec: PodSpec } }).template.spec]),
  );
}
