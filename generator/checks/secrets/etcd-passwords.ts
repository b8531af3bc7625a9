import { asksForPasswords } from "../../model/etcd-accounts.ts";
import { ETCD, ETCD_ACCOUNTS } from "../../model/identities.ts";
import { inContainers, inPods } from "../find.ts";
import type { EnvironmentTree, Invariant } from "../invariant.ts";
import { runs } from "../quorum/owners-of.ts";
import { type Container, type PodOwner, podOwners } from "../workload.ts";

/** Told of the members, because nobody else asks. */
export const etcdHasAccounts: Invariant<EnvironmentTree> = {
  name: "etcd-has-accounts",
  code: "E_SECRET",
  severity: "error",
  reason: "Nothing else makes etcd's users, gives them the passwords of the Secret, and has etcd ask for them.",
  remedy: "Keep the Job milvus-etcd-accounts.",
  find: inPods((owner, { environment, objects }) => {
    if (!environment.authentication.etcd.enabled || owner.object.kind !== "StatefulSet" || !runs(owner, ETCD)) return [];
    const isThere = podOwners(objects).some((other) => other.object.kind === "Job" && runs(other, ETCD_ACCOUNTS));
    return isThere ? [] : ["Nothing makes the users of etcd."];
  }),
};

/** Whoever wrote the workload: roles of Milvus, and whatever runs etcdctl. */
export const etcdCallersSignIn: Invariant<EnvironmentTree> = {
  name: "etcd-callers-sign-in",
  code: "E_SECRET",
  severity: "error",
  reason: "etcd asks for a password, and turns away who shows none.",
  remedy: "Take ETCD_AUTH_PASSWORD, for etcdctl ETCDCTL_PASSWORD and ETCDCTL_USER, from the Secret of secrets.etcd.",
  find: inContainers((container, owner, { environment }) => {
    if (!asksForPasswords(environment)) return [];
    return wanted(container, owner)
      .filter((name) => !(container.env ?? []).some((variable) => variable.name === name))
      .map((name) => `the variable ${name} is not set.`);
  }),
};

function wanted({ name, command = [], args = [] }: Container, { object, podLabels, pod }: PodOwner): string[] {
  const words = [...command, ...args];
  if (/(?:^|\/)etcdctl$/.test(words[0] ?? "") && !words.some((word) => word.startsWith("--user")))
    return ["ETCDCTL_USER", "ETCDCTL_PASSWORD"];
  const isRole = object.kind === "Deployment" && podLabels["app.kubernetes.io/name"] === "milvus";
  return isRole && pod.containers[0]?.name === name ? ["ETCD_AUTH_PASSWORD"] : [];
}
