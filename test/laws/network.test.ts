import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { environmentObjects } from "../../generator/commands/check-plan.ts";
import type { EnvironmentFile } from "../../generator/config/schema/environment.ts";
import type { JsonMap } from "../../generator/kustomize/json.ts";
import { type Edge, edges, type Party } from "../../generator/model/edges/index.ts";
import type { Environment } from "../../generator/model/environment.ts";
import { anyEnvironment } from "../support/arbitrary-environments.ts";
import { type NamedEndpoint, OUTSIDE, podsOf } from "../support/network-endpoints.ts";
import { type Connection, isAllowed } from "../support/network-policies.ts";
import { planOf } from "../support/plans.ts";
import { environmentFile, sourcesOf } from "../support/repository.ts";

const RANDOM_ENVIRONMENTS = 40;

describe("the policies of an environment let through what its edges say, and nothing else", () => {
  it.each([
    { what: "of 2.6", settings: {} },
    {
      what: "of 2.5 with its coordinators apart",
      settings: { milvus: { version: "2.5.27", coordinators: "dedicated" as const } },
    },
    {
      what: "with resource groups",
      settings: {
        milvus: {
          roles: { streamingNode: { resourceGroups: { live: {} } }, queryNode: { resourceGroups: { live: {}, reports: {} } } },
        },
      },
    },
    { what: "of 2.3", settings: { milvus: { version: "2.3.21" } } },
    { what: "whose clients need no password", settings: { authentication: { milvus: { enabled: false } } } },
    { what: "that encrypts Pulsar", settings: { tls: { pulsar: true } } },
    {
      what: "with one Pulsar",
      settings: { messageQueue: { pulsar: { mode: "standalone" as const } } },
      profile: "development",
    },
  ])("for every pair of pods and every port in an environment $what", ({ settings, profile = "production" }) => {
    expectEdges(planned(environmentFile(profile, { ...settings, network: { policies: true } })));
  });

  it(`for every pair and port of ${RANDOM_ENVIRONMENTS} random environments`, () => {
    const files = fc.sample(anyEnvironment, { numRuns: 2 * RANDOM_ENVIRONMENTS, seed: 20_240_501 });
    const isolated = files.filter(({ network }) => network?.policies === true).slice(0, RANDOM_ENVIRONMENTS);

    expect(isolated.length).toBeGreaterThan(RANDOM_ENVIRONMENTS / 2);
    for (const file of isolated) expectEdges(planned(file), file);
  });

  it("shuts off a pod that somebody adds to the namespace", () => {
    const { environment, policies } = planned(environmentFile("production"));
    const added: NamedEndpoint = { type: "pod", name: "added", namespace: environment.namespace, labels: {}, ports: {} };
    const others = [...podsOf(environmentObjects(environment)), ...OUTSIDE];
    const open = others.flatMap((other) =>
      [19_530, 2379, 53].flatMap((port) => [
        ...(isAllowed(policies, { from: added, to: other, port, protocol: "TCP" }) ? [`to ${other.name}:${port}`] : []),
        ...(isAllowed(policies, { from: other, to: added, port, protocol: "TCP" }) ? [`from ${other.name}:${port}`] : []),
      ]),
    );
    expect(open).toEqual([]);
  });

  it("makes no policy where none is asked for", () => {
    expect(planned(environmentFile("development")).policies).toEqual([]);
  });
});

describe("who calls whom in production", () => {
  it("is this, on ports that the called pods listen on", () => {
    expect(callsIn(planned(environmentFile("production")))).toEqual(PRODUCTION_CALLS);
  });

  it("is the same for nodes of a resource group as for those of their role", () => {
    const resourceGroups = { live: {}, reports: {} };
    const milvus = { roles: { queryNode: { resourceGroups }, streamingNode: { resourceGroups } } };
    const { environment, policies } = planned(environmentFile("production", { milvus }));
    const pods = podsOf(environmentObjects(environment));
    const reach = (name: string, twin: string) => {
      const one = pods.filter((pod) => pod.name === name);
      const others = pods.filter((pod) => pod.name !== name && pod.name !== twin);
      const all = [...connections(policies, one, others), ...connections(policies, others, one)];
      return all.map((names) => names.map((other) => (other === name ? "it" : other)));
    };
    for (const role of ["milvus-querynode", "milvus-streamingnode"]) {
      expect(reach(role, `${role}-live`).length).toBeGreaterThan(10);
      expect(reach(`${role}-live`, role)).toEqual(reach(role, `${role}-live`));
    }
  });
});

it("nobody may use the plain port of an encrypted Pulsar, nor its plain HTTP but Milvus", () => {
  const file = environmentFile("production", { tls: { pulsar: true }, network: { policies: true } });
  const calls = Object.entries(callsIn(planned(file))).filter(([to]) => /^pulsar-(?:broker|proxy):/.test(to));

  expect(Object.fromEntries(calls)).toEqual({
    "pulsar-broker:6650": [],
    "pulsar-broker:6651": ["pulsar-broker", "pulsar-proxy"],
    "pulsar-broker:8080": [],
    "pulsar-broker:8443": ["pulsar-broker", "pulsar-proxy"],
    "pulsar-proxy:6650": [],
    "pulsar-proxy:6651": ROLES,
    "pulsar-proxy:8080": ROLES,
  });
});

/** Caller, called and port of all that the policies let through on ports that the called pods listen on. */
function connections(
  policies: readonly JsonMap[],
  callers: readonly NamedEndpoint[],
  called: readonly NamedEndpoint[],
): string[][] {
  return called.flatMap((to) =>
    (to.type === "pod" ? Object.values(to.ports) : []).flatMap((port) =>
      callers
        .filter((from) => isAllowed(policies, { from, to, port, protocol: "TCP" }))
        .map((from) => [from.name, to.name, String(port)]),
    ),
  );
}

const ROLES = ["mixcoord", "streamingnode", "querynode", "datanode", "proxy"];

const PRODUCTION_CALLS = {
  "etcd:2379": ["etcd", ...ROLES],
  "etcd:2380": ["etcd"],
  "minio:9000": ["minio", ...ROLES],
  "minio:9001": [],
  "pulsar-zookeeper:2181": ["pulsar-bookkeeper", "pulsar-autorecovery", "pulsar-broker"],
  "pulsar-zookeeper:2888": ["pulsar-zookeeper"],
  "pulsar-zookeeper:3888": ["pulsar-zookeeper"],
  "pulsar-zookeeper:8000": [],
  "pulsar-bookkeeper:3181": ["pulsar-bookkeeper", "pulsar-autorecovery", "pulsar-broker"],
  "pulsar-bookkeeper:8000": [],
  "pulsar-autorecovery:8000": [],
  "pulsar-broker:6650": ["pulsar-broker", "pulsar-proxy"],
  "pulsar-broker:8080": ["pulsar-broker", "pulsar-proxy"],
  "pulsar-proxy:6650": ROLES,
  "pulsar-proxy:8080": ROLES,
  "milvus-mixcoord:53100": ROLES,
  "milvus-mixcoord:9091": [],
  "milvus-streamingnode:22222": ["mixcoord", "streamingnode", "querynode", "proxy"],
  "milvus-streamingnode:21123": ["mixcoord", "streamingnode", "querynode", "proxy"],
  "milvus-streamingnode:9091": [],
  "milvus-querynode:21123": ["mixcoord", "streamingnode", "querynode", "proxy"],
  "milvus-querynode:9091": [],
  "milvus-datanode:21124": ["mixcoord"],
  "milvus-datanode:9091": [],
  "milvus-proxy:19530": ["root-password"],
  "milvus-proxy:19529": ["mixcoord"],
  "milvus-proxy:9091": [],
};

/** The pods that may call each port of each pod. */
function callsIn({ environment, policies }: Planned): Record<string, string[]> {
  const pods = podsOf(environmentObjects(environment));
  const calls = pods.flatMap((to) => {
    const ports = to.type === "pod" ? Object.values(to.ports) : [];
    return ports.map((port) => [
      `${to.name}:${port}`,
      pods.filter((from) => isAllowed(policies, { from, to, port, protocol: "TCP" })).map(({ name }) => short(name)),
    ]);
  });
  return Object.fromEntries(calls);
}

function short(name: string): string {
  return name.replace(/^milvus-/, "");
}

interface Planned {
  readonly environment: Environment;
  readonly policies: readonly JsonMap[];
}

function planned(file: EnvironmentFile): Planned {
  const [environment] = planOf(sourcesOf({ prod: file })).environments;
  if (environment === undefined) throw new Error("There is no environment.");
  return { environment, policies: environmentObjects(environment).filter(({ kind }) => kind === "NetworkPolicy") };
}

function expectEdges({ environment, policies }: Planned, description?: object): void {
  const pods = podsOf(environmentObjects(environment));
  const model = edges(environment);
  const connections = [...between(pods, pods, model), ...between(pods, OUTSIDE, model), ...between(OUTSIDE, pods, model)];
  const wrong = connections
    .map((connection) => ({
      ...connection,
      allowed: isAllowed(policies, connection),
      wanted: isWanted(model, environment, connection),
    }))
    .filter(({ allowed, wanted }) => allowed !== wanted)
    .map(
      ({ from, to, port, protocol, allowed }) =>
        `${from.name} to ${to.name}:${port}/${protocol} ${allowed ? "open" : "closed"}`,
    );

  expect({ wrong, description }).toEqual({ wrong: [], description });
  expect(connections.filter((connection) => isWanted(model, environment, connection)).length).toBeGreaterThan(30);
}

type NamedConnection = Connection & { readonly from: NamedEndpoint; readonly to: NamedEndpoint };

/** On every port that anybody has or any edge names, for both protocols. */
function between(
  callers: readonly NamedEndpoint[],
  called: readonly NamedEndpoint[],
  model: readonly Edge[],
): NamedConnection[] {
  const declared = [...callers, ...called].flatMap((end) => (end.type === "pod" ? Object.values(end.ports) : []));
  const ports = [...new Set([...declared, ...model.flatMap((edge) => edge.ports.map(({ port }) => port)), 22])];
  return callers.flatMap((from) =>
    called.flatMap((to) =>
      ports.flatMap((port) => [
        { from, to, port, protocol: "TCP" as const },
        ...(port === 53 ? [{ from, to, port, protocol: "UDP" as const }] : []),
      ]),
    ),
  );
}

/**
 * Pods of the environment are meant only where an edge names them: of a namespace, or anyone, are others. But what may go anywhere
 * reaches what lets everybody in, whose edges are two and name neither.
 */
function isWanted(model: readonly Edge[], environment: Environment, { from, to, port, protocol }: NamedConnection): boolean {
  const edges = model.filter((edge) => edge.ports.some((own) => own.port === port && own.protocol === protocol));
  const leaving = edges.filter((edge) => edge.from.some((party) => isMember(party, environment, from)));
  const arriving = edges.filter((edge) => edge.to.some((party) => isMember(party, environment, to)));
  const goesAnywhere = leaving.some((edge) => edge.to.some(isAnyone));
  const letsAllIn = arriving.some((edge) => edge.from.some(isAnyone));
  return leaving.some((edge) => arriving.includes(edge)) || (goesAnywhere && letsAllIn);
}

function isAnyone({ type }: Party): boolean {
  return type === "anyone";
}

function isMember(party: Party, { namespace }: Environment, end: NamedEndpoint): boolean {
  const isOwn = end.type === "pod" && end.namespace === namespace;
  switch (party.type) {
    case "pods":
      return (
        isOwn &&
        hasLabels(end, { "app.kubernetes.io/name": party.app }) &&
        party.components.includes(end.labels["app.kubernetes.io/component"] ?? "")
      );
    case "namespace":
      return !isOwn && end.type === "pod" && (party.name ?? end.namespace) === end.namespace && hasLabels(end, party.podLabels);
    case "addresses":
      return end.type === "address" && NETWORKS[party.cidr]?.includes(end.ip) === true;
    case "anyone":
      return !isOwn;
  }
}

/** Which of the addresses outside are in each network that descriptions and edges name. */
const NETWORKS: Readonly<Record<string, readonly string[]>> = {
  "10.20.0.0/16": ["10.20.1.1"],
  "192.168.7.0/24": ["192.168.7.9"],
  "169.254.20.10/32": ["169.254.20.10"],
  "169.254.0.0/16": ["169.254.20.10", "169.254.169.254"],
  "100.100.100.200/32": ["100.100.100.200"],
};

function hasLabels({ labels }: Extract<NamedEndpoint, { type: "pod" }>, wanted: Readonly<Record<string, string>>): boolean {
  return Object.entries(wanted).every(([key, value]) => labels[key] === value);
}
