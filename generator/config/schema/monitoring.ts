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

const rules = z
  .strictObject({
    enabled: z.boolean().describe("Whether there are alerts."),
    labels: labels.describe("Labels of the rules, for the ruleSelector of a Prometheus."),
    runbookUrl: z
      .string()
      .max(500)
      .regex(
        /^https:\/\/[a-z0-9.-]+(?::\d{1,5})?\/[\w.~/-]*[\w.~-]$/,
        form("E_URL", "Use https://host/path, without a / at the end: https://github.com/acme/gitops/blob/main/docs/runbooks."),
      )
      .describe("Where people read docs/runbooks; alerts link to its pages."),
  })
  .partial()
  .describe("Alerts, as PrometheusRules.");

const dashboards = z
  .strictObject({
    enabled: z.boolean().describe("Whether there are dashboards."),
    labels: labels.describe("Labels of the ConfigMaps, for the sidecar of Grafana."),
    folder: z
      .string()
      .max(100)
      .regex(
        /^[A-Za-z0-9](?:[A-Za-z0-9 ._-]*[A-Za-z0-9])?$/,
        form("E_NAME", "Use letters, digits, spaces, ., _ and -: Milvus."),
      )
      .describe("Grafana's folder, where its sidecar reads the annotation grafana_folder."),
  })
  .partial()
  .describe("Dashboards for Grafana, as ConfigMaps.");

/** What Prometheus and Grafana are given, where the cluster has them. */
export const monitoring = z
  .strictObject({
    enabled: z
      .boolean()
      .describe("Whether there are monitors. The cluster must have the CustomResourceDefinitions of prometheus-operator."),
    interval: interval.describe("Time between two scrapes of a pod."),
    labels: labels.describe("Labels of the monitors, for the podMonitorSelector of a Prometheus."),
    rules,
    dashboards,
  })
  .partial()
  .describe("Prometheus monitors, alerts and Grafana dashboards: docs/monitoring.md.");
