import { describe, expect, it } from "vitest";
import { environmentProject } from "../../generator/argocd/project.ts";
import { checkPermissions } from "../../generator/checks/gitops/permissions.ts";
import { checkEnvironment } from "../../generator/checks/index.ts";
import { checkSchemas } from "../../generator/checks/schema.ts";
import type { Component } from "../../generator/components/component.ts";
import { etcd } from "../../generator/components/etcd/index.ts";
import { minio } from "../../generator/components/minio/index.ts";
import { namespace } from "../../generator/components/namespace/index.ts";
import { secrets } from "../../generator/components/secrets/index.ts";
import type { KubernetesObject } from "../../generator/kubernetes/resource.ts";
import { declaredSecrets } from "../../generator/model/declared-secrets.ts";
import type { Environment } from "../../generator/model/environment.ts";
import { aPlatform } from "../argocd/platform.ts";
import { aMinioStorage, anEnvironment, anEtcd, aRequiredSecret } from "../support/environments.ts";

const COMPONENTS: readonly Component[] = [namespace, secrets, etcd, minio];
const SEALED = aRequiredSecret({ sealed: { "access-key": "AgBy1", "secret-key": "AgBy2" } });

const ENVIRONMENTS = [
  { title: "of production", environment: anEnvironment() },
  {
    title: "of one member and one drive",
    environment: anEnvironment({
      etcd: anEtcd({ replicas: 1 }),
      objectStorage: aMinioStorage({ mode: "standalone", replicas: 1 }),
    }),
  },
  {
    title: "of five members, several drives and ExternalSecrets",
    environment: anEnvironment({
      etcd: anEtcd({ replicas: 5 }),
      objectStorage: aMinioStorage({ drivesPerServer: 4, parity: 4 }),
      secrets: { ...anEnvironment().secrets, provider: "external-secrets" },
    }),
  },
  {
    title: "of SealedSecrets",
    environment: anEnvironment({ secrets: { ...anEnvironment().secrets, provider: "sealed-secrets", required: [SEALED] } }),
  },
];

describe("the objects of etcd, MinIO, the Namespace and the Secrets", () => {
  it.each(ENVIRONMENTS)("pass every check in an environment $title", async ({ environment }) => {
    const objects = placedObjects(environment);

    expect(checkEnvironment(objects, { secrets: declaredSecrets(environment) })).toEqual([]);
    expect(checkPermissions(objects, environmentProject(aPlatform(), environment))).toEqual([]);
    expect(await checkSchemas(objects)).toEqual([]);
  });

  it("do not pass when a Secret lacks the key that they read", () => {
    const environment = anEnvironment({
      secrets: { ...anEnvironment().secrets, provider: "sealed-secrets", required: [aRequiredSecret()] },
    });

    expect(
      checkEnvironment(placedObjects(environment), { secrets: declaredSecrets(environment) }).map(({ message }) => message),
    ).toEqual([
      "Container minio: there is no Secret milvus-object-storage with the key access-key.",
      "Container minio: there is no Secret milvus-object-storage with the key secret-key.",
    ]);
  });
});

function placedObjects(environment: Environment): KubernetesObject[] {
  const units = COMPONENTS.flatMap((component) => component.units(environment));
  return units.flatMap(({ resources }) => resources.map(({ object }) => placed(object, environment.namespace)));
}

function placed(object: KubernetesObject, namespace: string): KubernetesObject {
  return object.kind === "Namespace" ? object : { ...object, metadata: { ...object.metadata, namespace } };
}
