import { describe, expect, it } from "vitest";
import { pulsar } from "../../../generator/components/pulsar/index.ts";
import type { KubernetesObject } from "../../../generator/kubernetes/resource.ts";
import type { MessageQueue } from "../../../generator/model/environment.ts";
import {
  anAuthentication,
  anEnvironment,
  aPulsarCluster,
  aPulsarStandalone,
  aRequiredSecret,
  aTls,
} from "../../support/environments.ts";

const MOUNT = { name: "tls", mountPath: "/pulsar/tls", readOnly: true };

const FILES = {
  tlsCertificateFilePath: "/pulsar/tls/tls.crt",
  tlsKeyFilePath: "/pulsar/tls/tls.key",
  tlsTrustCertsFilePath: "/pulsar/tls/ca.crt",
  brokerClientTrustCertsFilePath: "/pulsar/tls/ca.crt",
  tlsHostnameVerificationEnabled: "true",
};
const OF_BROKERS = {
  brokerServicePortTls: "6651",
  webServicePortTls: "8443",
  webServiceTlsProvider: "SunJSSE",
  brokerClientTlsEnabled: "true",
  ...FILES,
};
const OF_PROXIES = {
  brokerServiceURLTLS: "pulsar+ssl://pulsar-broker:6651",
  brokerWebServiceURLTLS: "https://pulsar-broker:8443",
  servicePortTls: "6651",
  tlsEnabledWithBroker: "true",
  ...FILES,
};

describe("Pulsar with certificates", () => {
  const objects = objectsOf(aPulsarCluster(), true);

  it.each([
    ["pulsar-broker", OF_BROKERS, "pulsar-broker-tls"],
    ["pulsar-proxy", OF_PROXIES, "pulsar-proxy-tls"],
  ] as const)("shows them and calls its own by TLS, and verifies names: %s", (name, settings, secretName) => {
    expectServer(objects, name, settings, secretName);
  });

  it("does the same in one process", () => {
    expectServer(objectsOf(aPulsarStandalone(), true), "pulsar-standalone", OF_BROKERS, "pulsar-standalone-tls");
  });

  it("leads nobody to the plain port, and serves the admin API that Milvus calls", () => {
    expect(servicesOf([...objects, ...objectsOf(aPulsarStandalone(), true)])).toEqual({
      ...STORES,
      "pulsar-broker-headless": [6651, 8080, 8443],
      "pulsar-broker": [6651, 8080, 8443],
      "pulsar-proxy": [6651, 8080],
      "pulsar-standalone-headless": [6651, 8080],
      "pulsar-standalone": [6651, 8080],
    });
  });

  it("names no plain address of a broker to a proxy, which nobody lets in there", () => {
    const addresses = Object.values(settingsOf(podOf(objects, "pulsar-proxy").containers[0])).filter((value) =>
      value?.includes("//pulsar-broker:"),
    );

    expect(addresses).toEqual([OF_PROXIES.brokerServiceURLTLS, OF_PROXIES.brokerWebServiceURLTLS]);
  });

  it("is nothing to ZooKeeper, bookies and autorecovery", () => {
    const plain = objectsOf(aPulsarCluster(), false);
    const [before, after] = [plain, objects].map((all) => all.filter(({ metadata }) => !/broker|proxy/.test(metadata.name)));

    expect(after).toEqual(before);
    expect(JSON.stringify(plain)).not.toMatch(/tls|6651|8443/i);
  });

  it("changes no probe, so that one environment has no other than the next", () => {
    const [encrypted, plain] = [true, false].map((isOn) =>
      [aPulsarCluster(), aPulsarStandalone()].flatMap((queue) => probesOf(objectsOf(queue, isOn))),
    );

    expect(encrypted).toEqual(plain);
  });

  it("shows tokens as well", () => {
    const broker = podOf(objectsOf(aPulsarCluster(), true, true), "pulsar-broker").containers[0];

    expect(settingsOf(broker)).toMatchObject({
      ...OF_BROKERS,
      authenticationEnabled: "true",
      brokerClientAuthenticationPlugin: TOKEN,
    });
    expect(broker.volumeMounts).toEqual(
      expect.arrayContaining([MOUNT, { name: "tokens", mountPath: "/pulsar/tokens", readOnly: true }]),
    );
  });
});

const TOKEN = "org.apache.pulsar.client.impl.auth.AuthenticationToken";

const STORES = {
  "pulsar-zookeeper-headless": [2181, 2888, 3888],
  "pulsar-zookeeper": [2181],
  "pulsar-bookkeeper-headless": [3181],
};

interface Container {
  readonly env: readonly { readonly name: string; readonly value?: string }[];
  readonly volumeMounts: readonly object[];
  readonly startupProbe: object;
  readonly livenessProbe: object;
  readonly readinessProbe: object;
}

interface Pod {
  readonly containers: readonly [Container];
  readonly volumes: readonly object[];
}

function expectServer(objects: readonly KubernetesObject[], name: string, settings: object, secretName: string): void {
  const { containers, volumes } = podOf(objects, name);
  const items = ["tls.crt", "tls.key", "ca.crt"].map((key) => ({ key, path: key }));
  expect(settingsOf(containers[0])).toMatchObject(settings);
  expect(containers[0].volumeMounts).toContainEqual(MOUNT);
  expect(volumes).toContainEqual({ name: "tls", secret: { secretName, defaultMode: 0o440, items } });
}

function objectsOf(messageQueue: MessageQueue, isOn: boolean, hasTokens = false): KubernetesObject[] {
  const { secrets } = anEnvironment();
  const keys = ["public-key", "server-token", "milvus-token"];
  const required = [aRequiredSecret({ purpose: "pulsar", name: "milvus-pulsar", keys })];
  const units = pulsar.units(
    anEnvironment({
      messageQueue,
      tls: aTls({ pulsar: isOn }),
      authentication: anAuthentication({ pulsar: { enabled: hasTokens, enforced: true } }),
      secrets: { ...secrets, required },
    }),
  );
  return units.flatMap(({ resources }) => resources.map(({ object }) => object));
}

function podOf(objects: readonly KubernetesObject[], name: string): Pod {
  const owner = ownersIn(objects).find(({ metadata }) => metadata.name === name);
  if (owner === undefined) throw new Error(`${name} is not there.`);
  return podIn(owner);
}

function probesOf(objects: readonly KubernetesObject[]) {
  return ownersIn(objects).map((owner) => {
    const { startupProbe, livenessProbe, readinessProbe } = podIn(owner).containers[0];
    return { owner: owner.metadata.name, startupProbe, livenessProbe, readinessProbe };
  });
}

function ownersIn(objects: readonly KubernetesObject[]): KubernetesObject[] {
  return objects.filter(({ kind }) => /^(?:Deployment|StatefulSet)$/.test(kind));
}

function podIn(owner: KubernetesObject): Pod {
  return (owner.spec as { template: { spec: Pod } }).template.spec;
}

/** The keys of a configuration file that a container's variables set. */
function settingsOf({ env }: Container): Record<string, string | undefined> {
  const prefix = "PULSAR_PREFIX_";
  return Object.fromEntries(
    env.filter(({ name }) => name.startsWith(prefix)).map(({ name, value }) => [name.slice(prefix.length), value]),
  );
}

function servicesOf(objects: readonly KubernetesObject[]): Record<string, number[]> {
  const services = objects.filter(({ kind }) => kind === "Service");
  return Object.fromEntries(
    services.map(({ metadata, spec }) => [
      metadata.name,
      (spec as { ports: { port: number }[] }).ports.map(({ port }) => port),
    ]),
  );
}
