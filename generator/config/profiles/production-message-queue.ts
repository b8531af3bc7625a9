import type { Settings } from "../schema/settings.ts";
import { between } from "./between.ts";

/** Pulsar with every part apart, in the sizes of Milvus' sizing tool. Quorums are those of every environment. */
export const PRODUCTION_MESSAGE_QUEUE: NonNullable<Settings["messageQueue"]> = {
  pulsar: {
    mode: "cluster",
    zookeeper: {
      resources: between({ cpu: ["500m", "1"], memory: ["2Gi", "2Gi"], disk: ["256Mi", "2Gi"] }),
      jvm: { heap: "768m", directMemory: "512m" },
      storage: { size: "30Gi" },
    },
    bookkeeper: {
      resources: between({ cpu: ["1", "2"], memory: ["8Gi", "8Gi"], disk: ["256Mi", "2Gi"] }),
      jvm: { heap: "2g", directMemory: "4g" },
      journal: { size: "50Gi" },
      // The chart's size: a week of everything that is written, in three copies over four bookies.
      ledgers: { size: "200Gi" },
    },
    autorecovery: {
      resources: between({ cpu: ["100m", "500m"], memory: ["1Gi", "1Gi"], disk: ["256Mi", "2Gi"] }),
    },
    broker: {
      resources: between({ cpu: ["1", "2"], memory: ["4Gi", "4Gi"], disk: ["256Mi", "2Gi"] }),
      jvm: { heap: "1g", directMemory: "2g" },
    },
    proxy: {
      resources: between({ cpu: ["500m", "1"], memory: ["2Gi", "2Gi"], disk: ["256Mi", "2Gi"] }),
      jvm: { heap: "512m", directMemory: "1g" },
    },
  },
};
