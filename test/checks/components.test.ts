import { describe, expect, it } from "vitest";
import { problemsOf } from "../../generator/checks/broken-invariants.ts";
import type { EnvironmentTree } from "../../generator/checks/invariant.ts";
import { ENVIRONMENT_INVARIANTS } from "../../generator/checks/invariants.ts";
import { REFERENCES } from "../../generator/checks/references/index.ts";
import { backup } from "../../generator/components/backup/index.ts";
import type { Component } from "../../generator/components/component.ts";
import { etcd } from "../../generator/components/etcd/index.ts";
import { minio } from "../../generator/components/minio/index.ts";
import { namespace } from "../../generator/components/namespace/index.ts";
import { secrets } from "../../generator/components/secrets/index.ts";
import type { KubernetesObject } from "../../generator/kubernetes/resource.ts";
import { declaredSecrets } from "../../generator/model/declared-secrets.ts";
import type { Environment } from "../../generator/model/environment.ts";
import { aBackup, aBackupJob, aMinioStorage, anEnvironment, anEtcd, aRequiredSecret } from "../support/environments.ts";

const COMPONENTS: readonly Component[] = [namespace, secrets, etcd, minio, backup];
const SEALED = aRequiredSecret({ sealed: { "access-key": "AgBy1", "secret-key": "AgBy2" } });

const ENVIRONMENTS = [
  { title: "of production", environment: savedEnvironment() },
  {
    title: "of one member and one drive",
    environment: savedEnvironment({
      etcd: anEtcd({ replicas: 1 }),
      objectStorage: aMinioStorage({ mode: "standalone", replicas: 1 }),
    }),
  },
  {
    title: "of five members, several drives and ExternalSecrets",
    environment: savedEnvironment({
      etcd: anEtcd({ replicas: 5 }),
      objectStorage: aMinioStorage({ drivesPerServer: 4, parity: 4 }),
      secrets: { ...savedEnvironment().secrets, provider: "external-secrets" },
    }),
  },
  {
    title: "of SealedSecrets",
    environment: savedEnvironment({
      secrets: { ...savedEnvironment().secrets, provider: "sealed-secrets", required: [SEALED] },
    }),
  },
];

describe("the objects of etcd, MinIO, backups, the Namespace and the Secrets", () => {
  it.each(ENVIRONMENTS)("break no invariant in an environment $title", async ({ environment }) => {
    expect(await problemsOf(ENVIRONMENT_INVARIANTS, treeOf(environment))).toEqual([]);
  });

  it("break one when a Secret lacks the key that they read", async () => {
    const environment = savedEnvironment({
      secrets: { ...savedEnvironment().secrets, provider: "sealed-secrets", required: [aRequiredSecret()] },
    });
    const problems = await problemsOf(REFERENCES, treeOf(environment));

    expect(problems.map(({ invariant, message }) => `${invariant}: ${message}`)).toEqual([
      ...["minio", "backup-etcd"].flatMap(() => [
        "secret-has-key: Secret milvus-object-storage has no key access-key.",
        "secret-has-key: Secret milvus-object-storage has no key secret-key.",
      ]),
    ]);
  });
});

/** An etcd without snapshots is warned of. */
function savedEnvironment(overrides: Partial<Environment> = {}): Environment {
  return anEnvironment({ backup: aBackup({ etcd: aBackupJob() }), ...overrides });
}

function treeOf(environment: Environment): EnvironmentTree {
  return { environment, objects: placedObjects(environment), secrets: declaredSecrets(environment) };
}

function placedObjects(environment: Environment): KubernetesObject[] {
  const units = COMPONENTS.flatMap((component) => component.units(environment));
  return units.flatMap(({ resources }) => resources.map(({ object }) => placed(object, environment.namespace)));
}

function placed(object: KubernetesObject, namespace: string): KubernetesObject {
  return object.kind === "Namespace" ? object : { ...object, metadata: { ...object.metadata, namespace } };
}
