import type { EnvironmentSeed } from "./seed.ts";
import { add, all, remove, set } from "./tree-changes.ts";

const DENY = "NetworkPolicy default-deny";
const ETCD = "NetworkPolicy etcd";
const PROXY = "NetworkPolicy milvus-proxy";
const POLICY = { apiVersion: "networking.k8s.io/v1" };

export const NETWORK_SEEDS: readonly EnvironmentSeed[] = [
  { invariant: "network-policy-denies-the-rest", title: "no policy denies the rest", breakIt: remove(DENY) },
  {
    invariant: "network-policy-denies-the-rest",
    title: "the policy that denies lets everybody out",
    breakIt: set(DENY, "spec.policyTypes", ["Ingress"]),
  },
  { invariant: "network-policy-lets-callers-in", title: "the policy of etcd is gone", breakIt: remove(ETCD) },
  {
    invariant: "network-policy-lets-callers-in",
    title: "etcd lets in only its members",
    breakIt: set(ETCD, "spec.ingress.1.from.0", undefined),
  },
  {
    invariant: "network-policy-lets-callers-in",
    title: "a role is let out to the port of a Service in place of the pod's",
    breakIt: set(PROXY, "spec.egress", [{ ports: [{ port: 19_529 }] }]),
  },
  {
    invariant: "network-policy-lets-callers-out",
    title: "a pod that somebody adds calls a name outside",
    breakIt: add("Pod", { spec: { containers: [{ name: "a", args: ["--to=api.example.com:443"] }] } }),
  },
  {
    invariant: "network-policy-lets-names-resolve",
    title: "a role may no longer ask for names",
    breakIt: all(
      set(PROXY, "spec.egress", [{ to: [{ podSelector: {} }] }]),
      add("NetworkPolicy", { ...POLICY, spec: { podSelector: {}, policyTypes: ["Ingress"], ingress: [{}] } }),
    ),
  },
];
