import { describe, expect, it } from "vitest";
import { networkPolicyLetsCallersIn } from "../../../generator/checks/network/callers.ts";
import { networkPolicyDeniesTheRest } from "../../../generator/checks/network/isolation.ts";
import { networkPolicyLetsCallersOut, networkPolicyLetsNamesResolve } from "../../../generator/checks/network/outside.ts";
import type { KubernetesObject } from "../../../generator/kubernetes/resource.ts";
import { aNetwork } from "../../support/environments.ts";
import { soundExcept, soundObjects } from "../objects.ts";
import { treeOf } from "../trees.ts";

const WEB = { matchLabels: { app: "web" } };
const DB = { matchLabels: { app: "db" } };
const BOTH = ["Ingress", "Egress"];
const DENY = policy("deny", { podSelector: {}, policyTypes: BOTH });
const DNS = policy("dns", {
  podSelector: {},
  policyTypes: ["Egress"],
  egress: [
    {
      to: [{ namespaceSelector: {} }],
      ports: [
        { port: 53, protocol: "UDP" },
        { port: 53, protocol: "TCP" },
      ],
    },
  ],
});
const DB_CALLS = policy("db", {
  podSelector: DB,
  policyTypes: BOTH,
  ingress: [{ from: [{ podSelector: {} }], ports: [{ port: "client" }] }],
  egress: [{ to: [{ podSelector: DB }], ports: [{ port: 2000, endPort: 2400 }] }],
});
const WEB_CALLS = policy("web", { podSelector: WEB, egress: [{ to: [{ podSelector: DB }], ports: [{ port: 2379 }] }] });
const ALL = [DENY, DNS, DB_CALLS, WEB_CALLS];

describe("networkPolicyDeniesTheRest", () => {
  const find = (...policies: KubernetesObject[]) =>
    networkPolicyDeniesTheRest.find(treeOf([...soundObjects(), ...policies], { network: aNetwork() }));

  it("accepts a policy that denies everything to every pod", () => {
    expect(find(DENY)).toEqual([]);
  });

  it("asks for none where the environment wants no policies", () => {
    expect(networkPolicyDeniesTheRest.find(treeOf(soundObjects()))).toEqual([]);
  });

  it.each([
    { what: "for some pods", spec: { podSelector: WEB, policyTypes: BOTH } },
    { what: "of one direction", spec: { podSelector: {}, policyTypes: ["Ingress"] } },
    { what: "that lets somebody in", spec: { podSelector: {}, policyTypes: BOTH, ingress: [{}] } },
  ])("refuses an environment whose only such policy is one $what", ({ spec }) => {
    expect(find(policy("deny", spec))).toEqual([
      { subject: "Namespace milvus-test", message: "No NetworkPolicy denies what the others do not allow." },
    ]);
  });
});

describe("networkPolicyLetsCallersIn", () => {
  const find = (...policies: KubernetesObject[]) => networkPolicyLetsCallersIn.find(treeOf([...soundObjects(), ...policies]));
  const OUT = {
    subject: "Deployment milvus-test/web",
    message: "It calls port 2379 of StatefulSet db, to which no policy lets it out.",
  };
  const IN = {
    subject: "Deployment milvus-test/web",
    message: "It calls port 2379 of StatefulSet db, to which no policy lets it in.",
  };
  const PEERS = ["out", "in"].map((way) => ({
    subject: "StatefulSet milvus-test/db",
    message: `It calls port 2379 of StatefulSet db, to which no policy lets it ${way}.`,
  }));

  it("accepts connections that both ends allow, and any without policies", () => {
    expect(find()).toEqual([]);
    expect(find(...ALL)).toEqual([]);
  });

  it("refuses what nothing allows, members of one workload among themselves too", () => {
    expect(find(DENY)).toEqual([...PEERS, OUT, IN]);
  });

  it("refuses a caller that may not begin the connection", () => {
    expect(find(DENY, DB_CALLS)).toEqual([OUT]);
  });

  it.each([
    { what: "another port", rule: { from: [{ podSelector: WEB }], ports: [{ port: 2380 }] } },
    { what: "another protocol", rule: { from: [{ podSelector: WEB }], ports: [{ port: 2379, protocol: "UDP" }] } },
    { what: "networks, of which pods are none", rule: { from: [{ ipBlock: { cidr: "0.0.0.0/0" } }] } },
    { what: "another namespace", rule: { from: [{ namespaceSelector: { matchLabels: { team: "search" } } }] } },
  ])("refuses a server that lets in only $what", ({ rule }) => {
    const server = policy("db", { podSelector: DB, ingress: [{ from: [{ podSelector: DB }] }, rule] });
    expect(find(server)).toEqual([IN]);
  });
});

describe("networkPolicyLetsCallersOut and networkPolicyLetsNamesResolve", () => {
  const objects = soundExcept("Deployment web", "spec.template.spec.containers.0.args", ["--to=kafka.example.com:9092"]);
  const out = (...policies: KubernetesObject[]) => networkPolicyLetsCallersOut.find(treeOf([...objects, ...policies]));
  const names = (...policies: KubernetesObject[]) => networkPolicyLetsNamesResolve.find(treeOf([...objects, ...policies]));

  it.each([
    { what: "to a network", to: [{ ipBlock: { cidr: "10.0.0.0/8" } }] },
    { what: "to a namespace", to: [{ namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": "kafka" } } }] },
    { what: "to anybody", to: undefined },
  ])("accept a way $what on the port", ({ to }) => {
    const rule = { ...(to === undefined ? {} : { to }), ports: [{ port: 9092 }] };
    expect(out(...ALL, policy("kafka", { podSelector: WEB, policyTypes: ["Egress"], egress: [rule] }))).toEqual([]);
  });

  it("refuse a name outside that no policy leads to", () => {
    expect(out()).toEqual([]);
    expect(out(...ALL)).toEqual([
      {
        subject: "Deployment milvus-test/web",
        message: "It calls kafka.example.com:9092, and no policy lets it out to that port.",
      },
    ]);
  });

  it("refuse pods that call by names and may not ask for them", async () => {
    expect(names()).toEqual([]);
    expect(names(...ALL)).toEqual([]);
    expect((await names(DENY)).map(({ message }) => message)).toEqual([
      "It calls others by name, and no policy lets it ask DNS by UDP.",
      "It calls others by name, and no policy lets it ask DNS by TCP.",
      "It calls others by name, and no policy lets it ask DNS by UDP.",
      "It calls others by name, and no policy lets it ask DNS by TCP.",
    ]);
  });
});

function policy(name: string, spec: object): KubernetesObject {
  return { apiVersion: "networking.k8s.io/v1", kind: "NetworkPolicy", metadata: { name, namespace: "milvus-test" }, spec };
}
