import { ETCD, ZOOKEEPER } from "../../model/identities.ts";
import { type EnvironmentTree, type Invariant, violation } from "../invariant.ts";
import { type PodOwner, podOwners } from "../workload.ts";
import { memberNames, memberSets, runs } from "./owners-of.ts";
import { etcdSetting, podLiteral } from "./program-settings.ts";

/** What `--initial-cluster` lists, against the pods that there are. */
export const etcdClusterNamesPods: Invariant<EnvironmentTree> = {
  name: "etcd-cluster-names-pods",
  code: "E_QUORUM",
  severity: "error",
  reason: "Members that wait for one which never comes, or leave one out, do not form the cluster.",
  remedy: "List every pod of the StatefulSet in ETCD_INITIAL_CLUSTER, by its name and its address behind the headless Service.",
  find: ({ objects }) =>
    podOwners(objects)
      .filter((owner) => owner.object.kind === "StatefulSet" && (runs(owner, ETCD) || initialCluster(owner) !== undefined))
      .flatMap((owner) => faults(owner, etcdMembers(owner)).map((message) => violation(owner.object, message))),
};

/** What the start script writes into zoo.cfg, against the pods that there are. */
export const zookeeperListNamesPods: Invariant<EnvironmentTree> = {
  name: "zookeeper-list-names-pods",
  code: "E_QUORUM",
  severity: "error",
  reason: "Members with different or wrong lists elect leaders of their own, or none.",
  remedy: "List every pod of the StatefulSet in ZOOKEEPER_MEMBERS, by its number and its address behind the headless Service.",
  find: ({ objects }) =>
    memberSets(objects, ZOOKEEPER).flatMap((owner) =>
      faults(owner, zookeeperMembers(owner)).map((message) => violation(owner.object, message)),
    ),
};

interface Member {
  readonly name: string;
  /** Host and ports. */
  readonly address: string;
}

function initialCluster({ pod }: PodOwner): string | undefined {
  return etcdSetting(pod, "initial-cluster");
}

/** `etcd-0=http://etcd-0.etcd-headless…:2380,…` */
function etcdMembers(owner: PodOwner): Member[] {
  return entries(initialCluster(owner), ",").map(([name, url]) => ({ name, address: url.replace(/^https?:\/\//, "") }));
}

/** `server.1=pulsar-zookeeper-0.pulsar-zookeeper-headless…:2888:3888 …`; pods are counted from 0. */
function zookeeperMembers(owner: PodOwner): Member[] {
  return entries(podLiteral(owner.pod, "ZOOKEEPER_MEMBERS"), " ").map(([server, address]) => ({
    name: `${owner.object.metadata.name}-${Number(server.replace("server.", "")) - 1}`,
    address,
  }));
}

function entries(list = "", separator: string): [string, string][] {
  return list
    .split(separator)
    .filter((entry) => entry !== "")
    .map((entry) => [entry.split("=")[0] ?? "", entry.slice(entry.indexOf("=") + 1)]);
}

function faults(owner: PodOwner, members: readonly Member[]): string[] {
  const named = members.map(({ name }) => name).sort();
  const pods = memberNames(owner).sort();
  if (named.join() !== pods.join()) return [`It lists ${listed(named)}, and its pods are ${listed(pods)}.`];
  return members
    .filter(({ name, address }) => ![".", ":"].some((next) => address.startsWith(`${name}.${owner.serviceName}${next}`)))
    .map(({ name, address }) => `It expects ${name} at ${address}, and not behind ${owner.serviceName}.`);
}

function listed(names: readonly string[]): string {
  return names.length === 0 ? "nothing" : names.join(", ");
}
