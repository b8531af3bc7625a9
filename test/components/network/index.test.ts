import { describe, expect, it } from "vitest";
import { network } from "../../../generator/components/network/index.ts";
import type { KubernetesObject } from "../../../generator/kubernetes/resource.ts";
import type { Environment, Exposure, Network } from "../../../generator/model/environment.ts";
import { aNetwork, anAttu, anAttuIngress, anEnvironment } from "../../support/environments.ts";

const INGRESS: Exposure = {
  type: "Ingress",
  controller: "nginx",
  className: "nginx",
  host: "milvus.example.com",
  tlsSecretName: "tls",
  issuer: undefined,
  annotations: {},
};
const BALANCER: Exposure = {
  type: "LoadBalancer",
  sourceRanges: [],
  externalTrafficPolicy: "Cluster",
  loadBalancerClass: undefined,
  annotations: {},
};
const NODE_PORT: Exposure = { type: "NodePort", nodePort: 30_001, externalTrafficPolicy: "Cluster", annotations: {} };
const CLUSTER_IP: Exposure = { type: "ClusterIP", annotations: {} };

const COORDINATORS = {
  podSelector: {
    matchLabels: { "app.kubernetes.io/name": "milvus" },
    matchExpressions: [
      { key: "app.kubernetes.io/component", operator: "In", values: ["datacoord", "mixcoord", "querycoord", "rootcoord"] },
    ],
  },
};

describe("network", () => {
  it("makes nothing where no policies are asked for", () => {
    expect(network.units(anEnvironment())).toEqual([]);
  });

  it("makes a policy for each workload, and one that denies the rest, in folders of their own", () => {
    expect(network.units(isolated()).map(({ path }) => path)).toEqual([
      "network/default",
      "network/etcd",
      "network/minio",
      "network/pulsar-zookeeper",
      "network/pulsar-bookkeeper",
      "network/pulsar-autorecovery",
      "network/pulsar-broker",
      "network/pulsar-proxy",
      "network/milvus-mixcoord",
      "network/milvus-streamingnode",
      "network/milvus-querynode",
      "network/milvus-datanode",
      "network/milvus-proxy",
    ]);
  });

  it("denies everything to every pod, in the wave after the policies that allow", () => {
    const object = policy(isolated(), "default-deny");

    expect(object.spec).toEqual({ podSelector: {}, policyTypes: ["Ingress", "Egress"] });
    expect(wave(object)).toBeGreaterThan(wave(policy(isolated(), "etcd")));
  });

  it("lets the console out to the proxies and to nobody else, and in to it only its Ingress controller", () => {
    const API = [{ port: 19_530, protocol: "TCP" }];
    const labels = (app: string, component: string) => ({
      podSelector: { matchLabels: { "app.kubernetes.io/component": component, "app.kubernetes.io/name": app } },
    });
    const reached = isolated({ attu: anAttu({ exposure: anAttuIngress({ controllerNamespace: "edge" }) }) });

    expect(spec(isolated({ attu: anAttu() }), "attu")).not.toHaveProperty("ingress");
    expect(spec(reached, "attu")).toMatchObject({
      ingress: [
        {
          from: [{ namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": "edge" } } }],
          ports: [{ port: 3000, protocol: "TCP" }],
        },
      ],
      egress: [{ to: [labels("milvus", "proxy")], ports: API }, { ports: [{ port: 53 }, { port: 53 }] }],
    });
    expect(spec(reached, "milvus-proxy").ingress).toContainEqual({ from: [labels("attu", "attu")], ports: API });
  });

  it("lets etcd be called by every role and its own members, and scraped", () => {
    const { ingress } = spec(isolated(), "etcd");
    const members = {
      podSelector: { matchLabels: { "app.kubernetes.io/component": "etcd", "app.kubernetes.io/name": "etcd" } },
    };

    expect(ingress.map(({ from, ports }) => ({ from: from?.at(-1), ports }))).toEqual([
      { from: members, ports: [{ port: 2379, protocol: "TCP" }] },
      { from: members, ports: [{ port: 2380, protocol: "TCP" }] },
      { from: namespaced("monitoring"), ports: [{ port: 2379, protocol: "TCP" }] },
    ]);
  });

  it("makes the same policies of etcd in every family and topology, so that an upgrade changes none", () => {
    const { milvus } = isolated();
    const older = {
      ...milvus,
      family: "2.5" as const,
      version: "2.5.27",
      coordinators: "dedicated" as const,
      roles: milvus.roles.slice(2),
    };

    expect(policy(isolated({ milvus: older }), "etcd")).toEqual(policy(isolated(), "etcd"));
    expect(policy(isolated({ milvus: older }), "milvus-proxy")).toEqual(policy(isolated(), "milvus-proxy"));
  });
});

describe("clients of the proxy", () => {
  it.each<{ what: string; exposure: Exposure; chosen: Partial<Network>; from: unknown }>([
    {
      what: "are all pods of the cluster behind a ClusterIP",
      exposure: CLUSTER_IP,
      chosen: {},
      from: [{ namespaceSelector: {} }],
    },
    {
      what: "are the named namespaces and networks alone",
      exposure: CLUSTER_IP,
      chosen: { clients: { namespaces: ["search"], cidrs: ["10.0.0.0/8"] } },
      from: [namespaced("search"), { ipBlock: { cidr: "10.0.0.0/8" } }],
    },
    { what: "are anybody behind a balancer, whose address a node replaces", exposure: BALANCER, chosen: {}, from: undefined },
    { what: "are anybody behind a port of the nodes", exposure: NODE_PORT, chosen: {}, from: undefined },
    {
      what: "are the named networks behind a balancer",
      exposure: BALANCER,
      chosen: { clients: { namespaces: [], cidrs: ["10.0.0.0/8"] } },
      from: [{ ipBlock: { cidr: "10.0.0.0/8" } }],
    },
    {
      what: "are the controller, and whoever is named beside it",
      exposure: INGRESS,
      chosen: { controllerNamespace: "ingress-nginx", clients: { namespaces: ["search"], cidrs: [] } },
      from: [namespaced("ingress-nginx"), namespaced("search")],
    },
  ])("$what", ({ exposure, chosen, from }) => {
    const [clients, coordinators] = spec(isolated({ exposure }, chosen), "milvus-proxy").ingress;

    expect(clients).toEqual({ ...(from === undefined ? {} : { from }), ports: [{ port: 19_530, protocol: "TCP" }] });
    expect(coordinators).toEqual({ from: [COORDINATORS], ports: [{ port: 19_529, protocol: "TCP" }] });
  });
});

describe("what is outside", () => {
  const S3 = {
    type: "external" as const,
    bucket: "milvus",
    rootPath: "files",
    provider: "aws" as const,
    address: "s3.example.com",
    port: 443,
    useSSL: true,
    region: undefined,
    auth: "iam" as const,
    iamEndpoint: "https://sts.example.com:8443",
    useVirtualHost: false,
    serviceAccountAnnotations: {},
  };
  const OUTSIDE: Partial<Environment> = {
    etcd: { mode: "external", rootPath: "by-dev", endpoints: ["a.example.com:2379", "b.example.com:12379"] },
    objectStorage: S3,
    messageQueue: {
      type: "kafka",
      channelPrefix: "by-dev",
      brokers: ["k-0.example.com:9093"],
      securityProtocol: "SSL",
      saslMechanism: undefined,
      caSecretName: undefined,
    },
  };

  it("may be anywhere, on the ports that are called", () => {
    expect(outgoing(isolated(OUTSIDE))).toEqual([
      { ports: [2379, 12_379], to: undefined },
      { ports: [443], to: undefined },
      { ports: [443, 8443], to: undefined },
      { ports: [80, 988], to: [{ ipBlock: { cidr: "169.254.0.0/16" } }, { ipBlock: { cidr: "100.100.100.200/32" } }] },
      { ports: [9093], to: undefined },
      { ports: [53, 53], to: [namespaced("kube-system")] },
    ]);
  });

  it("is where the environment says, once it does", () => {
    const here = { namespaces: ["stores"], cidrs: ["10.1.0.0/16"] };
    const peers = [namespaced("stores"), { ipBlock: { cidr: "10.1.0.0/16" } }];
    const egress = { etcd: here, objectStorage: here, identity: here, messageQueue: here, backup: here };
    const to = outgoing(isolated(OUTSIDE, { egress, dns: { namespace: "dns", nodeLocal: true } })).map((rule) => rule.to);

    expect(to).toEqual([
      peers,
      peers,
      peers,
      [{ ipBlock: { cidr: "169.254.0.0/16" } }, { ipBlock: { cidr: "100.100.100.200/32" } }],
      peers,
      [namespaced("dns"), { ipBlock: { cidr: "169.254.20.10/32" } }],
    ]);
  });

  it("is read for metrics only by pods with the labels, and by nobody where no namespace is named", () => {
    const scrapers = { namespaces: ["observability"], podLabels: { app: "vmagent" } };
    const last = spec(isolated({}, { scrapers }), "minio").ingress.at(-1);

    expect(last?.from).toEqual([{ ...namespaced("observability"), podSelector: { matchLabels: { app: "vmagent" } } }]);
    expect(spec(isolated({}, { scrapers: { namespaces: [], podLabels: {} } }), "pulsar-autorecovery")).not.toHaveProperty(
      "ingress",
    );
  });

  /** Of a role, without those to pods of the environment. */
  function outgoing(environment: Environment) {
    return spec(environment, "milvus-datanode")
      .egress.filter(({ to = [] }) => to.every((peer) => !("podSelector" in peer)))
      .map(({ to, ports }) => ({ to, ports: ports.map(({ port }) => port) }));
  }
});

interface Rule {
  readonly from?: readonly object[];
  readonly to?: readonly object[];
  readonly ports: readonly { readonly port: number; readonly protocol: string }[];
}

function isolated(overrides: Partial<Environment> = {}, chosen: Partial<Network> = {}): Environment {
  return anEnvironment({ network: aNetwork(chosen), ...overrides });
}

function policy(environment: Environment, name: string): KubernetesObject {
  const objects = network.units(environment).flatMap(({ resources }) => resources.map(({ object }) => object));
  const found = objects.find(({ metadata }) => metadata.name === name);
  if (found === undefined) throw new Error(`There is no policy ${name}.`);
  return found;
}

function spec(environment: Environment, name: string) {
  return policy(environment, name).spec as { readonly ingress: readonly Rule[]; readonly egress: readonly Rule[] };
}

function wave({ metadata }: KubernetesObject): number {
  return Number(metadata.annotations?.["argocd.argoproj.io/sync-wave"]);
}

function namespaced(name: string) {
  return { namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": name } } };
}
