import type { PulsarClient, PulsarRetention } from "../../model/environment.ts";

/** Minutes; Milvus' own chart sets it. */
const SUBSCRIPTION_EXPIRATION = 3;

/**
 * How long topics keep messages, in cluster and standalone alike. A subscription that Milvus has left would hold its backlog
 * until producers meet the quota (milvus#38030), so it expires; Milvus makes a new one and reads on from its own checkpoint.
 */
export function topicSettings({ maxMessageSize, retention }: PulsarClient & { readonly retention: PulsarRetention }) {
  return {
    maxMessageSize,
    defaultRetentionTimeInMinutes: retention.minutes,
    defaultRetentionSizeInMB: retention.megabytes,
    backlogQuotaDefaultLimitGB: retention.backlogGigabytes,
    backlogQuotaDefaultRetentionPolicy: retention.backlogPolicy,
    ttlDurationDefaultInSeconds: retention.ttlSeconds,
    subscriptionExpirationTimeMinutes: SUBSCRIPTION_EXPIRATION,
  };
}
