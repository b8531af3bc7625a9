import { describe, expect, it } from "vitest";
import { networkPolicyPortExists, networkPolicySelectsPods } from "../../../generator/checks/references/network-policies.ts";
import { soundObjects } from "../objects.ts";
import { treeOf } from "../trees.ts";

const WEB = { matchLabels: { app: "web" } };
const DB = { matchLabels: { app: "db" } };
const SUBJECT = "NetworkPolicy milvus-test/guard";

describe("networkPolicySelectsPods", () => {
  it("accepts a policy for some pods, and for all", () => {
    expect(networkPolicySelectsPods.find(policy({ podSelector: WEB }))).toEqual([]);
    expect(networkPolicySelectsPods.find(policy({ podSelector: {} }))).toEqual([]);
  });

  it("refuses a policy for pods that do not exist", () => {
    expect(networkPolicySelectsPods.find(policy({ podSelector: { matchLabels: { app: "nothing" } } }))).toEqual([
      { subject: SUBJECT, message: "The policy selects no pod." },
    ]);
  });
});

describe("networkPolicyPortExists", () => {
  it.each([
    { what: "of its own pods, by number and name", spec: { ingress: [{ ports: [{ port: 8080 }, { port: "http" }] }] } },
    { what: "of the pods that it lets them call", spec: { egress: [{ to: [{ podSelector: DB }], ports: [{ port: 2379 }] }] } },
    { what: "of addresses", spec: { egress: [{ to: [{ ipBlock: { cidr: "10.0.0.0/8" } }], ports: [{ port: 53 }] }] } },
    {
      what: "of other namespaces",
      spec: { egress: [{ to: [{ namespaceSelector: {}, podSelector: DB }], ports: [{ port: 53 }] }] },
    },
    { what: "of anybody", spec: { egress: [{ ports: [{ port: 53, protocol: "UDP" }] }] } },
    { what: "in a range", spec: { ingress: [{ ports: [{ port: 1024, endPort: 2048 }] }] } },
    { what: "that it leaves open", spec: { ingress: [{ ports: [{ protocol: "TCP" }] }, {}] } },
  ])("accepts ports $what", ({ spec }) => {
    expect(networkPolicyPortExists.find(policy({ podSelector: WEB, ...spec }))).toEqual([]);
  });

  it.each([
    { spec: { ingress: [{ ports: [{ port: 80 }] }] }, port: 80 },
    { spec: { ingress: [{ ports: [{ port: "client" }] }] }, port: "client" },
    { spec: { egress: [{ to: [{ podSelector: DB }], ports: [{ port: 8080 }] }] }, port: 8080 },
  ])("refuses the port $port, which those pods do not have", ({ spec, port }) => {
    expect(networkPolicyPortExists.find(policy({ podSelector: WEB, ...spec }))).toEqual([
      { subject: SUBJECT, message: `No container that it is about declares the port ${port}.` },
    ]);
  });
});

function policy(spec: object) {
  const metadata = { name: "guard", namespace: "milvus-test" };
  return treeOf([...soundObjects(), { apiVersion: "networking.k8s.io/v1", kind: "NetworkPolicy", metadata, spec }]);
}
