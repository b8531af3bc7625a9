import type { Environment } from "../../../model/environment.ts";
import { ZOOKEEPER } from "../../../model/identities.ts";
import { type Panel, panel, query, type Row } from "./panel.ts";

/** Pulsar, of which a standalone one tells what its broker does. */
export function pulsarRow({ messageQueue }: Environment, own: string): Row[] {
  if (messageQueue.type !== "pulsar" || messageQueue.mode === "external") return [];
  return [{ title: "Pulsar", panels: [...broker(own), ...(messageQueue.mode === "cluster" ? cluster(own) : [])] }];
}

function broker(own: string): Panel[] {
  return [
    panel("Largest backlogs", "bytes", query(`topk(10, max by (topic) (pulsar_storage_backlog_size{${own}}))`, "{{topic}}")),
    panel(
      "Messages",
      "Bps",
      query(`sum(pulsar_throughput_in{${own}})`, "in"),
      query(`sum(pulsar_throughput_out{${own}})`, "out"),
    ),
    panel("Stored, with copies", "bytes", query(`sum(pulsar_storage_size{${own}})`, "topics")),
  ];
}

function cluster(own: string): Panel[] {
  const slow = `${own}, success="true", quantile="0.99"`;
  const zookeeper = `${own}, app_kubernetes_io_component="${ZOOKEEPER.component}"`;
  return [
    panel("Bookies that take writes", "short", query(`count(bookie_SERVER_STATUS{${own}} == 1)`, "bookies")),
    panel("Sync of the journal, 99%", "ms", query(`max by (pod) (bookie_journal_JOURNAL_SYNC{${slow}})`, "{{pod}}")),
    panel("Write of a bookie, 99%", "ms", query(`max by (pod) (bookkeeper_server_ADD_ENTRY_REQUEST{${slow}})`, "{{pod}}")),
    panel("ZooKeeper: update, 99%", "ms", query(`max by (pod) (updatelatency{${zookeeper}, quantile="0.99"})`, "{{pod}}")),
    panel("ZooKeeper: requests that wait", "short", query(`max by (pod) (outstanding_requests{${zookeeper}})`, "{{pod}}")),
  ];
}
