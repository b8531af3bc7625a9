import { disruptionBudget, quorumLosses } from "../../kubernetes/disruption-budget.ts";
import { imagePullSecrets } from "../../kubernetes/image-pull-secrets.ts";
import type { Unit } from "../../kubernetes/resource.ts";
import { clientService, headlessService } from "../../kubernetes/service.ts";
import { serviceAccount } from "../../kubernetes/service-account.ts";
import type { Environment, Etcd } from "../../model/environment.ts";
import { ETCD } from "../../model/identities.ts";
import { ETCD_CLIENT, ETCD_PEER } from "../../model/ports.ts";
import { WAVE } from "../../model/waves.ts";
import type { Component } from "../component.ts";
import { etcdStatefulSet } from "./statefulset.ts";

/** Where Milvus keeps its metadata: one member for development, three or five for a quorum, or none of ours. */
export const etcd: Component = {
  name: "etcd",
  isShared: true,
  version: (environment) => (environment.etcd.mode === "internal" ? environment.etcd.image.tag : undefined),
  units: (environment) => (environment.etcd.mode === "external" ? [] : [etcdUnit(environment, environment.etcd)]),
};

function etcdUnit(environment: Environment, members: Etcd): Unit {
  const account = { ...serviceAccount(ETCD, ETCD.name, WAVE.stores), ...imagePullSecrets(environment) };
  return {
    path: "etcd",
    resources: [
      { file: "serviceaccount", object: account },
      { file: "service-headless", object: headlessService(ETCD, [ETCD_CLIENT, ETCD_PEER], WAVE.stores) },
      { file: "service", object: clientService(ETCD, [ETCD_CLIENT], WAVE.stores) },
      { file: "statefulset", object: etcdStatefulSet(environment, members) },
      ...disruptionBudget(ETCD, quorumLosses(members.replicas), "IfHealthyBudget", WAVE.stores),
    ],
  };
}
