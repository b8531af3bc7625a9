import { type EnvVar, envSecret } from "../../kubernetes/env.ts";
import type { Environment } from "../../model/environment.ts";
import { PULSAR_KEYS, requireSecret } from "../../model/secrets.ts";
import { settings } from "./env.ts";
import type { SecretFolder } from "./volumes.ts";

const FOLDER = "/pulsar/tokens";

/**
 * How a broker, a proxy or a standalone Pulsar checks tokens, and which it shows to others of them: its own clients call its peers.
 * The token is a file, which is read anew for every connection. Without roles, because all tokens are the environment's own; then a
 * proxy and a broker of which only one asks yet understand each other. Metrics stay open to Prometheus, which a proxy would ask as
 * well. Names of `broker.conf`, `proxy.conf` and `standalone.conf` of Pulsar 3.3; a key that is no file is read as base64
 * (pulsar-common `AuthTokenUtils.readKeyFromUrl`).
 */
export function tokenEnv({ authentication, secrets }: Environment): EnvVar[] {
  const { enabled, enforced } = authentication.pulsar;
  if (!enabled) return [];
  return [
    envSecret("PULSAR_PREFIX_tokenPublicKey", requireSecret(secrets, "pulsar").name, PULSAR_KEYS.publicKey),
    ...settings({
      authenticationEnabled: String(enforced),
      authenticationProviders: "org.apache.pulsar.broker.authentication.AuthenticationProviderToken",
      authenticateMetricsEndpoint: "false",
      brokerClientAuthenticationPlugin: "org.apache.pulsar.client.impl.auth.AuthenticationToken",
      brokerClientAuthenticationParameters: `file://${FOLDER}/${PULSAR_KEYS.server}`,
    }),
  ];
}

/** The file with the token. */
export function tokenFiles({ authentication, secrets }: Environment): SecretFolder[] {
  if (!authentication.pulsar.enabled) return [];
  const secretName = requireSecret(secrets, "pulsar").name;
  const items = [{ key: PULSAR_KEYS.server, path: PULSAR_KEYS.server }];
  return [{ name: "tokens", mountPath: FOLDER, source: { secret: { secretName, items } } }];
}

/** Whether those who show no token are turned away. */
export function asksForTokens({ authentication: { pulsar } }: Environment): boolean {
  return pulsar.enabled && pulsar.enforced;
}
