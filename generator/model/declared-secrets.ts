import { neededCertificates, TLS_KEYS } from "./certificates.ts";
import type { Environment } from "./environment.ts";

/**
 * Keys by name of every Secret that pods may refer to though Git does not hold it. The certificate of Kafka's authority is one:
 * people create it whatever the provider is, because it is no credential that a store would rotate.
 */
export function declaredSecrets(environment: Environment): ReadonlyMap<string, readonly string[]> {
  const { secrets, messageQueue } = environment;
  const declared = new Map<string, readonly string[]>();
  for (const { name, keys } of [...secrets.required, ...authorities(messageQueue), ...certificates(environment)]) {
    declared.set(name, [...(declared.get(name) ?? []), ...keys]);
  }
  return declared;
}

function authorities(queue: Environment["messageQueue"]) {
  return queue.type === "kafka" && queue.caSecretName !== undefined ? [{ name: queue.caSecretName, keys: ["ca.crt"] }] : [];
}

function certificates(environment: Environment) {
  return neededCertificates(environment).map(({ secretName }) => ({ name: secretName, keys: Object.values(TLS_KEYS) }));
}
