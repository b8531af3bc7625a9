import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Alert } from "../../../generator/components/monitoring/alerts/alert.ts";
import { alertGroups, prometheusRules } from "../../../generator/components/monitoring/alerts/index.ts";
import { isTold } from "../../../generator/components/monitoring/metrics/index.ts";
import type { Environment } from "../../../generator/model/environment.ts";
import { aMonitoring } from "../../support/environments.ts";
import { isKnown } from "./known.ts";
import { seriesOf } from "./promql.ts";
import { production, SHAPES } from "./shapes.ts";

const DOCS = join(import.meta.dirname, "..", "..", "..", "docs");

describe.each(SHAPES)("the alerts of $title", ({ environment }) => {
  const alerts = alertsOf(environment);

  it("are PromQL over metrics that exist there, in the environment's namespace alone", () => {
    const own = `namespace="${environment.namespace}"`;
    const wrong = alerts.flatMap(({ name, expr }) =>
      seriesOf(expr)
        .filter(({ metric, matchers }) => !isKnown(environment, metric) || !matchers.includes(own))
        .map(({ metric }) => `${name}: ${metric}`),
    );

    expect(wrong).toEqual([]);
  });

  it("differ in name, severity or workload, and tell what to do", () => {
    const names = alerts.map(({ name, severity, workload }) => `${name} ${severity} ${workload}`);

    expect(names.filter((name, index) => names.indexOf(name) < index)).toEqual([]);
    expect(alerts.filter(({ summary, description }) => !/[.:}\]]$/.test(summary) || !description.endsWith("."))).toEqual([]);
  });

  it("link to runbooks that exist", () => {
    const pages = alerts.flatMap(({ runbook }) => runbook ?? []);

    expect(pages.filter((page) => !existsSync(join(DOCS, "runbooks", `${page}.md`)))).toEqual([]);
  });
});

describe("the alerts of production", () => {
  it("are of more than forty names, all of them in the guide", () => {
    const names = new Set(SHAPES.flatMap(({ environment }) => alertsOf(environment).map(({ name }) => name)));
    const guide = readFileSync(join(DOCS, "monitoring.md"), "utf8");

    expect(new Set(alertsOf(production()).map(({ name }) => name)).size).toBeGreaterThan(40);
    expect([...names].filter((name) => !guide.includes(`\`${name}\``))).toEqual([]);
    expect([...guide.matchAll(/`(Milvus[A-Z]\w+)`/g)].flatMap(([, name = ""]) => (names.has(name) ? [] : [name]))).toEqual([]);
  });

  it("count servers against what was asked for, and against what the others can do without", () => {
    expect(thresholds(production(), "MilvusServersMissing")).toEqual({
      etcd: "3",
      minio: "4",
      "pulsar-zookeeper": "3",
      "pulsar-bookkeeper": "4",
      "pulsar-broker": "2",
      "pulsar-proxy": "2",
      "milvus-mixcoord": "2",
      "milvus-streamingnode": "2",
      "milvus-querynode": "2",
      "milvus-datanode": "2",
      "milvus-proxy": "2",
    });
    expect(thresholds(production({ etcd: { replicas: 5 } }), "MilvusTooFewServers")).toMatchObject({
      etcd: "3",
      minio: "3",
      "pulsar-zookeeper": "2",
      "pulsar-bookkeeper": "3",
      "milvus-querynode": "1",
    });
  });

  it("measure the database of etcd against its quota, and say NOSPACE as its version does", () => {
    const full = expr(production({ etcd: { quotaBackendBytes: 1_073_741_824 } }), "MilvusEtcdNoSpace", "critical");
    const newer = expr(production({ etcd: { image: { tag: "v3.6.8" } } }), "MilvusEtcdNoSpace", "critical");

    expect(full).toBe('max by (pod) (etcd_mvcc_db_total_size_in_bytes{namespace="milvus-dev"}) >= 1073741824');
    expect(newer).toBe('max by (server_id) (etcd_debugging_server_alarms{namespace="milvus-dev", alarm_type="NOSPACE"}) > 0');
  });

  it("measure memory against the limit of the role, a backlog against its limit, and lag against what the queue keeps", () => {
    const roles = { queryNode: { resources: { limits: { memory: "16Gi" } } } };
    const pulsar = { retention: { backlogGigabytes: 4, ttlSeconds: 7200 } };
    const environment = production({ milvus: { roles }, messageQueue: { pulsar } });

    expect(expr(environment, "MilvusMemoryHigh", "critical", "milvus-querynode")).toMatch(/ \/ 17179869184 > 0\.95$/);
    expect(expr(environment, "MilvusPulsarBacklogFilling", "critical")).toMatch(/ \/ 4294967296 > 0\.75$/);
    expect(expr(environment, "MilvusCheckpointLagging", "critical")).toMatch(/ > 3600$/);
  });

  it("call drives critical when parity has none left", () => {
    const minio = { drivesPerServer: 2, parity: 3 };

    expect(expr(production({ objectStorage: { minio } }), "MilvusMinioDrivesOffline", "critical")).toMatch(/ >= 3$/);
  });

  it("count the query nodes inside streaming nodes too, from 2.6 on", () => {
    const seen = (version: string) =>
      expr(production({ milvus: { version } }), "MilvusNodesUnseen", "warning", "milvus-querynode");

    expect([seen("2.5.27"), seen("2.6.20")].map((text) => text?.slice(-3))).toEqual(["< 2", "< 4"]);
  });
});

describe("the alerts of a family", () => {
  it.each([
    { version: "2.3.21", of: ["MilvusLogWriteSlow", "MilvusIndexBacklog"], not: ["MilvusCheckpointLagging"] },
    { version: "2.4.17", of: ["MilvusCheckpointLagging", "MilvusIndexBacklog"], not: ["MilvusLogWritesFailing"] },
    { version: "2.6.20", of: ["MilvusLogWritesFailing", "MilvusLogWriteSlow"], not: [] },
  ])("are those whose metrics it has: $version", ({ version, of, not }) => {
    const names = alertsOf(production({ milvus: { version } })).map(({ name }) => name);

    expect(names).toEqual(expect.arrayContaining(of));
    expect(names.filter((name) => not.includes(name))).toEqual([]);
  });

  it("cannot ask for a metric that nobody looked for", () => {
    expect(() => isTold("2.6", "sum(milvus_proxy_happiness{})")).toThrow(
      "Nobody has looked where Milvus tells milvus_proxy_happiness.",
    );
  });
});

describe("prometheusRules", () => {
  it("are one for each program, with the labels of the rule selector and links to where the runbooks are read", () => {
    const rules = { enabled: true, labels: { role: "alert-rules" }, runbookUrl: "https://wiki.example.com/runbooks" };
    const environment = { ...production(), monitoring: aMonitoring({ enabled: true, rules }) };
    const resources = prometheusRules(environment);

    expect(resources.map(({ file }) => file)).toEqual(
      ["etcd", "minio", "pulsar", "milvus", "volumes", "backup"].map((name) => `prometheusrule-${name}`),
    );
    expect(resources[0]?.object.metadata.labels).toMatchObject({ role: "alert-rules" });
    expect(firstRule(environment)).toEqual({
      alert: "MilvusEtcdNoLeader",
      expr: 'etcd_server_has_leader{namespace="milvus-dev"} == 0',
      for: "1m",
      labels: { namespace: "milvus-dev", severity: "critical" },
      annotations: {
        summary: "{{ $labels.pod }} sees no leader of etcd.",
        description: expect.stringContaining("It takes no writes."),
        runbook_url: "https://wiki.example.com/runbooks/etcd-restore.md",
      },
    });
  });

  it("name the page in this repository where nobody says where it is read", () => {
    expect(firstRule(production())).toMatchObject({ annotations: { runbook: "docs/runbooks/etcd-restore.md" } });
  });

  it("are none where the environment wants monitors alone", () => {
    const rules = { enabled: false, labels: {}, runbookUrl: undefined };

    expect(prometheusRules({ ...production(), monitoring: aMonitoring({ enabled: true, rules }) })).toEqual([]);
  });
});

function alertsOf(environment: Environment): Alert[] {
  return alertGroups(environment).flatMap(({ alerts }) => alerts);
}

function thresholds(environment: Environment, alert: string): Record<string, string | undefined> {
  const found = alertsOf(environment).filter(({ name }) => name === alert);
  return Object.fromEntries(found.map(({ workload, expr }) => [workload, expr.split(" < ").at(-1)]));
}

function expr(environment: Environment, alert: string, level: Alert["severity"], part?: string): string | undefined {
  const found = alertsOf(environment).filter(({ name, severity }) => name === alert && severity === level);
  return found.find(({ workload }) => workload === part)?.expr;
}

function firstRule(environment: Environment): unknown {
  const spec = prometheusRules(environment)[0]?.object.spec as { groups: { rules: { alert: string }[] }[] };
  return spec.groups[0]?.rules.find(({ alert }) => alert === "MilvusEtcdNoLeader");
}
