import type { Unit } from "../../../kubernetes/resource.ts";
import type { Environment } from "../../../model/environment.ts";
import { etcdAccountsJob } from "./job.ts";

/** What makes the users of an etcd of ours, and has it ask for passwords. Milvus is the one that needs them. */
export function etcdAccountsUnits(environment: Environment): Unit[] {
  const { authentication, etcd } = environment;
  if (!authentication.etcd.enabled || etcd.mode === "external") return [];
  return [{ path: "milvus/etcd-accounts", resources: [{ file: "job", object: etcdAccountsJob(environment) }] }];
}
