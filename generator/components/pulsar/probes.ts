import { execProbe, httpProbe, tcpProbe } from "../../kubernetes/probes.ts";
import { type Port, PULSAR_HTTP, PULSAR_METRICS, ZOOKEEPER_CLIENT } from "../../model/ports.ts";

/** How long a server may take to start: five minutes for one without data. */
const STARTING = { periodSeconds: 5, timeoutSeconds: 10, failureThreshold: 60 };
/** Half an hour where a journal is read again first, which a restart would only begin anew. */
const RECOVERING = { periodSeconds: 10, timeoutSeconds: 10, failureThreshold: 180 };
/** Two minutes without an answer: longer than a pause of the collector. */
const LIVING = { periodSeconds: 20, timeoutSeconds: 10, failureThreshold: 6 };
const SERVING = { periodSeconds: 10, timeoutSeconds: 10, failureThreshold: 3 };

/**
 * `ruok` asks this member alone, `srvr` names a mode only inside a quorum: a roll-out waits until a member is back in it, and
 * clients are not led to one that is not.
 */
export function zookeeperProbes() {
  return {
    startupProbe: execProbe(fourLetters("ruok", "imok"), RECOVERING),
    livenessProbe: execProbe(fourLetters("ruok", "imok"), LIVING),
    readinessProbe: execProbe(fourLetters("srvr", "^Mode: "), SERVING),
  };
}

/** Both ask the bookie alone. One that is full is read-only, and still alive and ready: its ledgers must be read. */
export function bookieProbes() {
  return {
    startupProbe: httpProbe("/api/v1/bookie/state", PULSAR_METRICS.port, RECOVERING),
    livenessProbe: httpProbe("/api/v1/bookie/state", PULSAR_METRICS.port, LIVING),
    readinessProbe: httpProbe("/api/v1/bookie/is_ready", PULSAR_METRICS.port, SERVING),
  };
}

/** Nobody calls autorecovery, so being ready says no more than being alive. */
export function autorecoveryProbes() {
  return {
    startupProbe: httpProbe("/heartbeat", PULSAR_METRICS.port, STARTING),
    livenessProbe: httpProbe("/heartbeat", PULSAR_METRICS.port, LIVING),
    readinessProbe: tcpProbe(PULSAR_METRICS.port, SERVING),
  };
}

/**
 * `/status.html` answers while the broker itself runs, and from 3.2 on finds its deadlocks. `/admin/v2/brokers/health` would write
 * through ZooKeeper and the bookies, and their failure would kill every broker. Where tokens are asked for, the admin API answers the
 * kubelet with 401 (measured with 3.3), and the status page alone stays open.
 */
export function brokerProbes(asksForTokens: boolean, door: Port) {
  return {
    startupProbe: httpProbe("/status.html", PULSAR_HTTP.port, STARTING),
    livenessProbe: httpProbe("/status.html", PULSAR_HTTP.port, LIVING),
    readinessProbe: asksForTokens
      ? tcpProbe(door.port, SERVING)
      : httpProbe("/admin/v2/brokers/ready", PULSAR_HTTP.port, SERVING),
  };
}

/** The same status page; `/metrics` costs more with every connection, and the admin API belongs to the brokers behind. */
export function proxyProbes(door: Port) {
  return {
    startupProbe: httpProbe("/status.html", PULSAR_HTTP.port, STARTING),
    livenessProbe: httpProbe("/status.html", PULSAR_HTTP.port, LIVING),
    readinessProbe: tcpProbe(door.port, SERVING),
  };
}

/**
 * The second of waiting keeps the netcats of Ubuntu and Alpine alike from leaving before the answer. No line end is sent: ZooKeeper
 * would leave it unread, and so reset the connection and now and then lose its own answer.
 */
function fourLetters(command: string, answer: string): string[] {
  return ["sh", "-c", `{ printf ${command}; sleep 1; } | nc 127.0.0.1 ${ZOOKEEPER_CLIENT.port} | grep -q '${answer}'`];
}
