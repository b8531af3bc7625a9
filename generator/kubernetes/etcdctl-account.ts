import type { Environment } from "../model/environment.ts";
import { ETCD_USER } from "../model/etcd-accounts.ts";
import { ETCD_KEYS, requireSecret } from "../model/secrets.ts";
import { type EnvVar, envSecret, envValue } from "./env.ts";

/**
 * The variables by which `etcdctl` signs in as root (etcd `etcdctl/ctlv3/command/global.go`, `--user` and `--password`). An etcd that
 * asks nobody takes them without looking (etcd `client/v3/client.go`, getToken).
 */
export function etcdctlAccount({ authentication, secrets }: Pick<Environment, "authentication" | "secrets">): EnvVar[] {
  if (!authentication.etcd.enabled) return [];
  return [
    envValue("ETCDCTL_USER", ETCD_USER.root),
    envSecret("ETCDCTL_PASSWORD", requireSecret(secrets, "etcd").name, ETCD_KEYS.root),
  ];
}
