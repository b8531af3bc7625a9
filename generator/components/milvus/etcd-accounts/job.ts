import { envSecret, envValue } from "../../../kubernetes/env.ts";
import type { KubernetesObject } from "../../../kubernetes/resource.ts";
import { trustInEtcd } from "../../../kubernetes/trust.ts";
import type { Environment } from "../../../model/environment.ts";
import { asksForPasswords, etcdPrefixes } from "../../../model/etcd-accounts.ts";
import { ETCD, ETCD_ACCOUNTS } from "../../../model/identities.ts";
import { ETCD_CLIENT } from "../../../model/ports.ts";
import { ETCD_KEYS, requireSecret } from "../../../model/secrets.ts";
import { WAVE } from "../../../model/waves.ts";
import { setupJob } from "../setup-job.ts";
import { etcdAccountsScript, VARIABLES } from "./script.ts";

/** Brings the users of etcd to what the Secret says. It has etcd's account, because Milvus' own comes in a later wave. */
export function etcdAccountsJob(environment: Environment): KubernetesObject {
  const trust = trustInEtcd(environment.tls);
  const { name } = requireSecret(environment.secrets, "etcd");
  return setupJob(environment, {
    identity: ETCD_ACCOUNTS,
    wave: WAVE.etcdAccounts,
    serviceAccountName: ETCD.name,
    script: etcdAccountsScript(etcdPrefixes(environment), trust),
    env: [
      envValue(VARIABLES.address, `${trust === undefined ? "http" : "https"}://${ETCD.name}:${ETCD_CLIENT.port}`),
      envValue(VARIABLES.enforced, String(asksForPasswords(environment))),
      envSecret(VARIABLES.rootPassword, name, ETCD_KEYS.root),
      envSecret(VARIABLES.milvusPassword, name, ETCD_KEYS.milvus),
    ],
    trust,
  });
}
