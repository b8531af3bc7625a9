import { describe, expect, it } from "vitest";
import { loggingResources } from "../../generator/logging/index.ts";
import { anEnvironment } from "../support/environments.ts";
import { aLogging, find, loggingObjects } from "./objects.ts";

const EXISTING = { url: "https://logs.example.com/es", secretName: "logs" };

describe("loggingResources", () => {
  it("are the store, what fills it, and what sets it up", () => {
    expect(files(aLogging())).toEqual([
      "namespace",
      "networkpolicy",
      "elasticsearch",
      "kibana",
      "fluentd-serviceaccount",
      "fluentd-configmap",
      "fluentd-daemonset",
      "setup-serviceaccount",
      "setup-configmap",
      "setup-index-job",
      "setup-data-view-job",
    ]);
  });

  it("hold no store, and nothing of Kibana's, where there is one outside", () => {
    expect(files(aLogging({ existing: EXISTING }))).toEqual([
      "namespace",
      "networkpolicy",
      "fluentd-serviceaccount",
      "fluentd-configmap",
      "fluentd-daemonset",
      "setup-serviceaccount",
      "setup-configmap",
      "setup-index-job",
    ]);
  });
});

describe("Elasticsearch", () => {
  it("keeps its volumes, and Argo CD keeps it", () => {
    const storage = { size: "200Gi", storageClass: "ssd" };
    const { metadata, spec } = find(loggingObjects({ elasticsearch: { nodes: 3, storage } }), "Elasticsearch", "milvus-logs");

    expect(metadata.annotations).toEqual({
      "argocd.argoproj.io/sync-options": "Prune=false,Delete=false,SkipDryRunOnMissingResource=true",
      "argocd.argoproj.io/sync-wave": "0",
    });
    expect(spec).toMatchObject({
      version: "8.19.21",
      image: "docker.elastic.co/elasticsearch/elasticsearch:8.19.21",
      volumeClaimDeletePolicy: "DeleteOnScaledownOnly",
      nodeSets: [
        {
          count: 3,
          volumeClaimTemplates: [
            {
              metadata: { name: "elasticsearch-data" },
              spec: { resources: { requests: { storage: "200Gi" } }, storageClassName: "ssd" },
            },
          ],
        },
      ],
    });
  });

  it("comes from a mirror, as Kibana does, and the operator too", () => {
    const objects = loggingObjects({}, { mirrors: { "docker.elastic.co": "registry.example.com/elastic" } });

    expect(find(objects, "Elasticsearch", "milvus-logs").spec).toMatchObject({
      image: "registry.example.com/elastic/elasticsearch/elasticsearch:8.19.21",
    });
    expect(find(objects, "Kibana", "milvus-logs").spec).toMatchObject({
      image: "registry.example.com/elastic/kibana/kibana:8.19.21",
    });
  });
});

describe("what sets Elasticsearch up", () => {
  it.each([
    { title: "one node, where a copy would have no place", settings: { elasticsearch: { nodes: 1 } }, copies: 0 },
    { title: "three nodes", settings: { elasticsearch: { nodes: 3 } }, copies: 1 },
    { title: "one outside", settings: { existing: EXISTING }, copies: 1 },
  ])("deletes logs after the days that it is told, and copies them as the nodes allow: $title", ({ settings, copies }) => {
    const [policy, template] = requests({ retentionDays: 30, ...settings });

    expect(policy).toEqual({
      method: "PUT",
      path: "/_ilm/policy/milvus-logs",
      body: {
        policy: {
          phases: {
            hot: { actions: { rollover: { max_age: "1d", max_primary_shard_size: "10gb" } } },
            delete: { min_age: "30d", actions: { delete: {} } },
          },
        },
      },
    });
    expect(template).toMatchObject({
      path: "/_index_template/milvus-logs",
      body: {
        index_patterns: ["logs-milvus-*"],
        data_stream: {},
        template: { settings: { index: { lifecycle: { name: "milvus-logs" }, number_of_replicas: copies } } },
      },
    });
  });

  it("runs before anything is sent, and for Kibana when all is there", () => {
    const hooks = ["index", "data-view"].map(
      (name) => find(loggingObjects(), "Job", `logging-setup-${name}`).metadata.annotations,
    );

    expect(hooks).toEqual([
      {
        "argocd.argoproj.io/hook": "Sync",
        "argocd.argoproj.io/hook-delete-policy": "BeforeHookCreation",
        "argocd.argoproj.io/sync-wave": "1",
      },
      {
        "argocd.argoproj.io/hook": "PostSync",
        "argocd.argoproj.io/hook-delete-policy": "BeforeHookCreation",
        "argocd.argoproj.io/sync-wave": "1",
      },
    ]);
    expect(find(loggingObjects(), "DaemonSet", "fluentd").metadata.annotations).toEqual({
      "argocd.argoproj.io/sync-wave": "2",
    });
  });
});

describe("the account at Elasticsearch", () => {
  it.each([
    {
      title: "is the operator's",
      settings: {},
      env: [
        { name: "ELASTICSEARCH_USERNAME", value: "elastic" },
        { name: "ELASTICSEARCH_PASSWORD", valueFrom: secretKey("milvus-logs-es-elastic-user", "elastic") },
      ],
      authority: "milvus-logs-es-http-certs-public",
    },
    {
      title: "is that of a Secret, of a server whose authority is public",
      settings: { existing: EXISTING },
      env: [
        { name: "ELASTICSEARCH_USERNAME", valueFrom: secretKey("logs", "username") },
        { name: "ELASTICSEARCH_PASSWORD", valueFrom: secretKey("logs", "password") },
      ],
      authority: undefined,
    },
    {
      title: "is that of a Secret, of a server with an authority of its own",
      settings: { existing: { ...EXISTING, caSecretName: "logs-ca" } },
      env: [
        { name: "ELASTICSEARCH_USERNAME", valueFrom: secretKey("logs", "username") },
        { name: "ELASTICSEARCH_PASSWORD", valueFrom: secretKey("logs", "password") },
      ],
      authority: "logs-ca",
    },
  ])("$title", ({ settings, env, authority }) => {
    const objects = loggingObjects(settings);
    const pods = [find(objects, "DaemonSet", "fluentd"), find(objects, "Job", "logging-setup-index")].map(podOf);

    for (const { containers, volumes } of pods) {
      expect(containers[0]?.env.filter(({ name }) => name.startsWith("ELASTICSEARCH_"))).toEqual(env);
      expect(volumes.find(({ name }) => name === "ca")?.secret?.secretName).toBe(authority);
    }
  });

  it("stands in no file", () => {
    expect(JSON.stringify(loggingObjects())).not.toMatch(/"kind":"Secret"|changeme/);
  });
});

function files(logging: ReturnType<typeof aLogging>): string[] {
  return loggingResources(logging, [anEnvironment()]).map(({ file }) => file);
}

function requests(settings: Parameters<typeof aLogging>[0]): unknown[] {
  const { data } = find(loggingObjects(settings), "ConfigMap", "logging-setup-config");
  return JSON.parse((data as Record<string, string>)["index.json"] ?? "");
}

function secretKey(name: string, key: string) {
  return { secretKeyRef: { name, key } };
}

interface Pod {
  readonly containers: readonly { readonly env: readonly { readonly name: string }[] }[];
  readonly volumes: readonly { readonly name: string; readonly secret?: { readonly secretName: string } }[];
}

function podOf({ spec }: { readonly [field: string]: unknown }): Pod {
  return (spec as { readonly template: { readonly spec: Pod } }).template.spec;
}
