import * as z from "zod";
import { form } from "../form.ts";
import { labels } from "./text.ts";

/** Up to two minutes. */
const interval = z
  .string()
  .regex(
    /^(?:[5-9]|[1-9]\d|1[01]\d|120)s$|^[12]m$/,
    form("E_RANGE", "Use 5s to 120s, 1m or 2m: alerts look at the last five minutes, and want two samples in them."),
  );

/** What Prometheus and Grafana are given, where the cluster has them. */
export const monitoring = z
  .strictObject({
    enabled: z
      .boolean()
      .describe("Whether there are monitors. The cluster must have the CustomResourceDefinitions of prometheus-operator."),
    interval: interval.describe("Time between two scrapes of a pod."),
    labels: labels.describe("Labels of the monitors, for the podMonitorSelector of a Prometheus."),
  })
  .partial()
  .describe("Prometheus monitors: docs/monitoring.md.");
