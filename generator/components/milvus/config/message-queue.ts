import type { MessageQueue, Tls } from "../../../model/environment.ts";
import { kafkaConfig } from "./kafka.ts";
import { pulsarConfig } from "./pulsar.ts";

/** The log, named explicitly: by default Milvus takes the first queue whose section it finds, and the image's file has Pulsar's. */
export function messageQueueConfig(queue: MessageQueue, tls: Tls): Readonly<Record<string, unknown>> {
  return {
    mq: { type: queue.type },
    msgChannel: { chanNamePrefix: { cluster: queue.channelPrefix } },
    ...section(queue, tls),
  };
}

function section(queue: MessageQueue, tls: Tls) {
  switch (queue.type) {
    case "pulsar":
      return { pulsar: pulsarConfig(queue, tls) };
    case "kafka":
      return { kafka: kafkaConfig(queue) };
    case "woodpecker":
      return { woodpecker: { storage: { type: "minio", rootPath: WOODPECKER_FOLDER } } };
  }
}

/** On local disk, for what is not yet in the bucket; the log itself is under `wp` in the bucket's folder. */
const WOODPECKER_FOLDER = "/var/lib/milvus/woodpecker";
