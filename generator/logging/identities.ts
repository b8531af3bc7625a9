import type { Identity } from "../model/identities.ts";

/** Of the namespace as a whole. */
export const LOGGING: Identity = { name: "logging", app: "logging", component: "logging" };
export const FLUENTD: Identity = { name: "fluentd", app: "logging", component: "fluentd" };
export const SETUP: Identity = { name: "logging-setup", app: "logging", component: "setup" };
/** Elasticsearch and Kibana have one name; the operator derives those of Services and Secrets from it. */
export const STORE: Identity = { name: "milvus-logs", app: "logging", component: "store" };

/** The order in which Argo CD rolls the folder out: nothing is sent before there is a place with rules for it. */
export const LOGGING_WAVE = {
  namespace: -2,
  /** Accounts, configuration and policies. */
  ground: -1,
  elasticsearch: 0,
  index: 1,
  kibana: 1,
  fluentd: 2,
} as const;
