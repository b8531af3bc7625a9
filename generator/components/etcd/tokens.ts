import type { Environment } from "../../model/environment.ts";
import { ETCD_KEYS, requireSecret } from "../../model/secrets.ts";

const FOLDER = "/etc/etcd/tokens";
const VOLUME = "tokens";

/** Read by the pod's group, and by nobody else in the container. */
const MODE = 0o440;

/**
 * Tokens that every member can check, for as long as the passwords stand: they all have the key, and a changed password makes older
 * tokens worthless. What etcd makes by default one member alone keeps, until it restarts or nobody showed it for five minutes; the next
 * watch that Milvus opens on that connection fails then, and the role exits (milvus#50102).
 */
const TOKENS = `--auth-token=jwt,priv-key=${FOLDER}/${ETCD_KEYS.tokenKey},sign-method=HS256,ttl=87600h`;

/** How members make tokens; nobody is asked for one before the Job that makes the users says so. A flag, as in `etcdToken`. */
export function tokenFlags({ authentication }: Environment): string[] {
  return authentication.etcd.enabled ? [TOKENS] : [];
}

/** The file with the key: a volume, and its mount. */
export function tokenKey({ authentication, secrets }: Environment) {
  if (!authentication.etcd.enabled) return { volumes: [], mounts: [] };
  const { name: secretName } = requireSecret(secrets, "etcd");
  const items = [{ key: ETCD_KEYS.tokenKey, path: ETCD_KEYS.tokenKey }];
  return {
    volumes: [{ name: VOLUME, secret: { secretName, defaultMode: MODE, items } }],
    mounts: [{ name: VOLUME, mountPath: FOLDER, readOnly: true }],
  };
}
