import { RELEASES } from "../../releases/index.ts";
import { isAtLeast } from "../../releases/version.ts";
import { error, type Problem } from "../problem.ts";
import type { Rule, RuleContext } from "../rule.ts";

/** What an environment asks Milvus for, its version must have. */
export const milvusFeatures: Rule = (context) => [
  ...messageQueue(context),
  ...provider(context),
  ...providerAuth(context),
  ...kafkaTls(context),
];

function messageQueue({ environment: { milvus, messageQueue } }: RuleContext): Problem[] {
  const { messageQueues } = RELEASES[milvus.family];
  if (messageQueues.includes(messageQueue.type)) return [];
  return [
    error("messageQueue.type", "E_VERSION", {
      message: `Milvus ${milvus.family} cannot write to ${messageQueue.type}.`,
      remedy: `Use ${messageQueues.join(" or ")}, or a later family.`,
    }),
  ];
}

function provider({ environment: { milvus, objectStorage } }: RuleContext): Problem[] {
  const { objectStorageProviders } = RELEASES[milvus.family];
  if (objectStorage.type !== "external" || objectStorageProviders.includes(objectStorage.provider)) return [];
  return [
    error("objectStorage.external.provider", "E_VERSION", {
      message: `Milvus ${milvus.family} does not know the provider ${objectStorage.provider}.`,
      remedy: `Use one of ${objectStorageProviders.join(", ")}, or a later family.`,
    }),
  ];
}

/** What each of these two takes alone: Azure's client wants the account's name even with an identity, and that is one of the keys. */
const ONLY_AUTH = { azure: "keys", gcpnative: "iam" } as const;

function providerAuth({ environment: { milvus, objectStorage } }: RuleContext): Problem[] {
  if (objectStorage.type !== "external" || !Object.hasOwn(ONLY_AUTH, objectStorage.provider)) return [];
  const only = ONLY_AUTH[objectStorage.provider as keyof typeof ONLY_AUTH];
  if (objectStorage.auth === only) return [];
  return [
    error("objectStorage.external.auth", "E_VERSION", {
      message: `Milvus ${milvus.family} reaches ${objectStorage.provider} by ${only} alone, as it is set up here.`,
      remedy: `Use auth: ${only}.`,
    }),
  ];
}

function kafkaTls({ environment: { milvus, messageQueue } }: RuleContext): Problem[] {
  const since = RELEASES[milvus.family].kafkaSslSince;
  const hasAuthority = messageQueue.type === "kafka" && messageQueue.caSecretName !== undefined;
  if (!hasAuthority || isAtLeast(milvus.version, since)) return [];
  return [
    error("messageQueue.kafka.caSecretName", "E_VERSION", {
      message: `Milvus ${milvus.version} cannot be given an authority for Kafka.`,
      reason: `It reads kafka.ssl from ${since} on.`,
      remedy: `Use ${since} or later.`,
    }),
  ];
}
