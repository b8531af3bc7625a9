import { defined } from "../../../kubernetes/defined.ts";
import type { Environment } from "../../../model/environment.ts";

/**
 * Whether clients sign in, and who may change passwords of others; and how Milvus itself signs in to Pulsar. Passwords and tokens
 * come as variables.
 */
export function securityConfig({ authentication: { milvus, pulsar }, messageQueue }: Environment): Config {
  const showsToken = messageQueue.type === "pulsar" && pulsar.enabled;
  const superUsers = milvus.superUsers.join(",") || undefined;
  return {
    ...(milvus.enabled ? { common: { security: defined({ authorizationEnabled: true, superUsers }) } } : {}),
    ...(showsToken ? { pulsar: { authPlugin: "org.apache.pulsar.client.impl.auth.AuthenticationToken" } } : {}),
  };
}

type Config = Readonly<Record<string, unknown>>;
