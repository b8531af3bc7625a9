import type { Environment } from "../model/environment.ts";
import type { Declared } from "./references/index.ts";

/** The Secrets that an environment may expect, whoever makes them: those it lists, and the authority of Kafka's brokers. */
export function declaredSecrets({ secrets, messageQueue }: Pick<Environment, "secrets" | "messageQueue">): Declared {
  const authority = messageQueue.type === "kafka" ? messageQueue.caSecretName : undefined;
  return {
    secrets: new Map([
      ...secrets.required.map(({ name, keys }) => [name, keys] as const),
      ...(authority === undefined ? [] : [[authority, ["ca.crt"]] as const]),
    ]),
  };
}
