import { inObjects, inPods } from "../find.ts";
import type { EnvironmentTree, Invariant } from "../invariant.ts";

const TOKEN = {
  code: "E_POLICY",
  severity: "error",
  reason: "Who gets into a container with a token can speak to the Kubernetes API, and nothing here needs to.",
  remedy: "Set automountServiceAccountToken: false.",
} as const;

export const accountTokenNotMounted: Invariant<EnvironmentTree> = {
  ...TOKEN,
  name: "account-token-not-mounted",
  find: inObjects("ServiceAccount", ({ automountServiceAccountToken }) =>
    automountServiceAccountToken === false ? [] : ["Its token is mounted into every pod that does not refuse it."],
  ),
};

/** The pod's word counts more than the account's, and scanners read it alone. */
export const podTokenNotMounted: Invariant<EnvironmentTree> = {
  ...TOKEN,
  name: "pod-token-not-mounted",
  find: inPods(({ pod }) => (pod.automountServiceAccountToken === false ? [] : ["The token of its account is mounted."])),
};

export const serviceAccountIsOwn: Invariant<EnvironmentTree> = {
  name: "service-account-is-own",
  code: "E_POLICY",
  severity: "error",
  reason: "What is granted to the namespace's default account is granted to every pod that names none.",
  remedy: "Set serviceAccountName to an account of the workload's own.",
  find: inPods(({ pod: { serviceAccountName, serviceAccount } }) => {
    const deprecated = serviceAccount === undefined || serviceAccount === serviceAccountName ? [] : [serviceAccount];
    return [
      ...((serviceAccountName ?? "default") === "default" ? ["It runs under the account default."] : []),
      ...deprecated.map((name) => `It names the account ${name} in serviceAccount, which is deprecated.`),
    ];
  }),
};

/** A Service called `pulsar` would set `PULSAR_PORT` in every pod, which Milvus and Pulsar read as their own. */
export const serviceLinksOff: Invariant<EnvironmentTree> = {
  name: "service-links-off",
  code: "E_POLICY",
  severity: "error",
  reason: "Service links put variables of every Service into the pods, and Milvus and Pulsar read some as settings.",
  remedy: "Set enableServiceLinks: false.",
  find: inPods(({ pod }) => (pod.enableServiceLinks === false ? [] : ["Service links are on."])),
};
