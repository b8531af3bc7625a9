import type { Kafka, MessageQueue } from "../environment.ts";
import type { Mirrors } from "./images.ts";
import { resolvePulsar } from "./pulsar.ts";
import type { Section } from "./settings.ts";
import { take } from "./take.ts";

/** The one queue that is asked for; what the settings say of the others is left behind. */
export function resolveMessageQueue(queue: Section<"messageQueue">, mirrors: Mirrors): MessageQueue {
  const { type, channelPrefix } = take("messageQueue", queue, "type", "channelPrefix");
  switch (type) {
    case "pulsar":
      return { channelPrefix, ...resolvePulsar(take("messageQueue", queue, "pulsar").pulsar, mirrors) };
    case "kafka":
      return { channelPrefix, ...kafka(queue.kafka) };
    case "woodpecker":
      return { channelPrefix, type };
  }
}

function kafka(settings: Section<"messageQueue">["kafka"]): Kafka {
  const known = take("messageQueue.kafka", settings, "brokers", "securityProtocol", "saslMechanism");
  const hasSasl = known.securityProtocol.startsWith("SASL");
  return {
    type: "kafka",
    ...known,
    saslMechanism: hasSasl ? known.saslMechanism : undefined,
    caSecretName: settings?.caSecretName,
  };
}
