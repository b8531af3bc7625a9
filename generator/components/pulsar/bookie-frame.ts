import type { PulsarClient } from "../../model/environment.ts";

/** What a broker adds to a message, at most, before a bookie gets it (Pulsar Commands.MESSAGE_SIZE_FRAME_PADDING). Bytes. */
const FRAME_PADDING = 10 * 1024;

/** The largest frame that bookies take and that those who read from them must accept. Bytes. */
export function bookieFrame({ maxMessageSize }: Pick<PulsarClient, "maxMessageSize">): number {
  return maxMessageSize + FRAME_PADDING;
}
