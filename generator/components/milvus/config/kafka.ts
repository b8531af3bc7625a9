import type { Kafka } from "../../../model/environment.ts";

/** Where pods find the certificate of the brokers' authority, and its key in the Secret. */
export const KAFKA_CA_FOLDER = "/etc/milvus/kafka";
export const CA_KEY = "ca.crt";

/** The brokers, without the account, which comes as variables. Early 2.3 takes SASL_SSL where nothing is said. */
export function kafkaConfig(kafka: Kafka): Readonly<Record<string, unknown>> {
  return {
    brokerList: kafka.brokers.join(","),
    securityProtocol: kafka.securityProtocol,
    saslMechanisms: kafka.saslMechanism ?? "",
    ...(kafka.caSecretName === undefined ? {} : { ssl: { enabled: true, tlsCaCert: `${KAFKA_CA_FOLDER}/${CA_KEY}` } }),
  };
}
