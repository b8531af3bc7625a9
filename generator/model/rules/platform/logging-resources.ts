import type { Logging } from "../../environment.ts";
import { requestsTooMuch } from "../storage/requests-below-limits.ts";
import type { PlatformRule } from "./rule.ts";

/** Kubernetes, or the operator for it, refuses a pod that requests more than it may use. */
export const loggingResources: PlatformRule = ({ platform: { logging } }) =>
  logging === undefined ? [] : programs(logging).flatMap(requestsTooMuch);

function programs({ store, fluentd }: Logging) {
  const shipper = { field: "addons.logging.fluentd", value: fluentd };
  if (store.type === "existing") return [shipper];
  return [
    shipper,
    { field: "addons.logging.elasticsearch", value: store.elasticsearch },
    { field: "addons.logging.kibana", value: store.kibana },
  ];
}
