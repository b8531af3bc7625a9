import { describe, expect, it } from "vitest";
import {
  autorecoveryProbes,
  bookieProbes,
  brokerProbes,
  proxyProbes,
  zookeeperProbes,
} from "../../../generator/components/pulsar/probes.ts";
import { PULSAR_BINARY } from "../../../generator/model/ports.ts";

const LIVING = { periodSeconds: 20, timeoutSeconds: 10, failureThreshold: 6 };
const SERVING = { periodSeconds: 10, timeoutSeconds: 10, failureThreshold: 3 };
const STARTING = { periodSeconds: 5, timeoutSeconds: 10, failureThreshold: 60 };
const RECOVERING = { periodSeconds: 10, timeoutSeconds: 10, failureThreshold: 180 };

describe("probes", () => {
  it("keep a ZooKeeper alive that has lost its quorum, and send clients only to one that is in it", () => {
    const ruok = ["sh", "-c", "{ printf ruok; sleep 1; } | nc 127.0.0.1 2181 | grep -q 'imok'"];

    expect(zookeeperProbes()).toEqual({
      startupProbe: { exec: { command: ruok }, ...RECOVERING },
      livenessProbe: { exec: { command: ruok }, ...LIVING },
      readinessProbe: {
        exec: { command: ["sh", "-c", "{ printf srvr; sleep 1; } | nc 127.0.0.1 2181 | grep -q '^Mode: '"] },
        ...SERVING,
      },
    });
  });

  it("give a bookie half an hour to read its journal, and ask it alone", () => {
    expect(bookieProbes()).toEqual({
      startupProbe: { ...http("/api/v1/bookie/state", 8000), ...RECOVERING },
      livenessProbe: { ...http("/api/v1/bookie/state", 8000), ...LIVING },
      readinessProbe: { ...http("/api/v1/bookie/is_ready", 8000), ...SERVING },
    });
  });

  it("ask autorecovery for its heartbeat", () => {
    expect(autorecoveryProbes()).toEqual({
      startupProbe: { ...http("/heartbeat", 8000), ...STARTING },
      livenessProbe: { ...http("/heartbeat", 8000), ...LIVING },
      readinessProbe: { tcpSocket: { port: 8000 }, ...SERVING },
    });
  });

  it("ask a broker nothing for which it would ask ZooKeeper or the bookies", () => {
    expect(brokerProbes(false, PULSAR_BINARY)).toEqual({
      startupProbe: { ...http("/status.html", 8080), ...STARTING },
      livenessProbe: { ...http("/status.html", 8080), ...LIVING },
      readinessProbe: { ...http("/admin/v2/brokers/ready", 8080), ...SERVING },
    });
  });

  it("ask a proxy nothing for which it would ask a broker", () => {
    expect(proxyProbes(PULSAR_BINARY)).toEqual({
      startupProbe: { ...http("/status.html", 8080), ...STARTING },
      livenessProbe: { ...http("/status.html", 8080), ...LIVING },
      readinessProbe: { tcpSocket: { port: 6650 }, ...SERVING },
    });
  });
});

function http(path: string, port: number) {
  return { httpGet: { path, port, scheme: "HTTP" } };
}
