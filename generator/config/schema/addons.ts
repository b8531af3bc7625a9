import * as z from "zod";
import { form } from "../form.ts";
import { cluster } from "./cluster.ts";
import { logging } from "./logging.ts";
import { dnsLabel } from "./text.ts";

const prometheus = z
  .strictObject({
    cluster: cluster.describe("Where it runs. Without it, Argo CD's own cluster."),
    namespace: dnsLabel.describe("The namespace of Prometheus and Grafana, which nothing else uses."),
    version: z
      .string()
      .regex(/^\d+\.\d+\.\d+$/, form("E_VERSION", 'Name one version of the chart in quotes: "88.5.3".'))
      .describe("Version of the chart kube-prometheus-stack."),
    values: z.record(z.string(), z.unknown()).describe("Values of the chart, merged over those that are set here."),
  })
  .partial()
  .describe("Prometheus, its operator, Alertmanager and Grafana, for a cluster that has none.");

/** What clusters may lack and environments can use, each of pinned versions. */
export const addons = z
  .strictObject({ prometheus, logging })
  .partial()
  .describe("Add-ons of clusters, none unless named here.");
