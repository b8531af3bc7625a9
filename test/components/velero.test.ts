import { describe, expect, it } from "vitest";
import { COMPONENTS } from "../../generator/components/index.ts";
import type { KubernetesObject } from "../../generator/kubernetes/resource.ts";
import type { Environment } from "../../generator/model/environment.ts";
import { aBackup, aBackupJob, anEnvironment, anEtcd, aRole } from "../support/environments.ts";
import { aMilvus } from "./milvus/environments.ts";

const LEFT_OUT = "backup.velero.io/backup-volumes-excludes";

const HOOK = {
  "pre.hook.backup.velero.io/command":
    '["/usr/local/bin/etcdctl","--command-timeout=9m","snapshot","save","/var/lib/etcd/velero.db"]',
  "pre.hook.backup.velero.io/container": "etcd",
  "pre.hook.backup.velero.io/on-error": "Fail",
  "pre.hook.backup.velero.io/timeout": "10m",
};

describe("an environment that Velero saves", () => {
  it("leaves out the scratch of every pod, and has etcd write a snapshot first", () => {
    expect(annotated(saved())).toEqual({
      etcd: HOOK,
      minio: { [LEFT_OUT]: "tmp" },
      "milvus-mixcoord": { [LEFT_OUT]: "data,run,tmp" },
      "milvus-streamingnode": { [LEFT_OUT]: "data,run,tmp" },
      "milvus-querynode": { [LEFT_OUT]: "data,run,tmp" },
      "milvus-datanode": { [LEFT_OUT]: "data,run,tmp" },
      "milvus-proxy": { [LEFT_OUT]: "data,run,tmp" },
      "pulsar-autorecovery": { [LEFT_OUT]: "config,logs,tmp" },
      "pulsar-bookkeeper": { [LEFT_OUT]: "config,logs,tmp" },
      "pulsar-broker": { [LEFT_OUT]: "config,logs,tmp" },
      "pulsar-proxy": { [LEFT_OUT]: "config,logs,tmp" },
      "pulsar-zookeeper": { [LEFT_OUT]: "config,logs,tmp" },
    });
  });

  it("keeps claims that end with their pod out of every backup", () => {
    const milvus = aMilvus("2.6", "mixed", {
      queryNode: aRole("queryNode", { localStorage: "1Ti", localStorageClass: "local-nvme" }),
    });
    const [first] = podOf(saved({ milvus }), "milvus-querynode").volumes.filter(({ name }) => name === "data");

    expect(first).toMatchObject({
      ephemeral: {
        volumeClaimTemplate: {
          metadata: {
            labels: {
              "app.kubernetes.io/name": "milvus",
              "app.kubernetes.io/component": "querynode",
              "velero.io/exclude-from-backup": "true",
            },
          },
        },
      },
    });
  });

  it("lets a person's own annotations count for more", () => {
    const own = { "pre.hook.backup.velero.io/timeout": "30m" };

    expect(annotated(saved({ etcd: anEtcd({ annotations: own }) })).etcd).toEqual({ ...HOOK, ...own });
  });
});

it("says nothing to Velero unless it is asked to", () => {
  expect(annotated(anEnvironment())).toEqual({});
});

function saved(overrides: Partial<Environment> = {}): Environment {
  return anEnvironment({ ...overrides, backup: aBackup({ etcd: aBackupJob(), velero: true }) });
}

/** The pods' annotations for Velero, by workload. */
function annotated(environment: Environment): Record<string, object> {
  const all = objects(environment).map(({ metadata, spec }): [string, object] => {
    const annotations = templateOf(spec)?.metadata.annotations ?? {};
    return [metadata.name, Object.fromEntries(Object.entries(annotations).filter(([key]) => key.includes("velero.io/")))];
  });
  return Object.fromEntries(all.filter(([, annotations]) => Object.keys(annotations).length > 0));
}

function podOf(environment: Environment, workload: string): Template["spec"] {
  const found = objects(environment).find(({ kind, metadata }) => kind === "Deployment" && metadata.name === workload);
  const template = templateOf(found?.spec);
  if (template === undefined) throw new Error(`There is no ${workload}.`);
  return template.spec;
}

interface Template {
  readonly metadata: { readonly annotations?: Record<string, string> };
  readonly spec: { readonly volumes: readonly { readonly name: string }[] };
}

function templateOf(spec: unknown): Template | undefined {
  return (spec as { readonly template?: Template } | undefined)?.template;
}

function objects(environment: Environment): KubernetesObject[] {
  return COMPONENTS.flatMap(({ units }) =>
    units(environment).flatMap(({ resources }) => resources.map(({ object }) => object)),
  );
}
