import { describe, expect, it } from "vitest";
import { secrets } from "../../../generator/components/secrets/index.ts";
import type { Environment, Secrets } from "../../../generator/model/environment.ts";
import { anEnvironment, aRequiredSecret } from "../../support/environments.ts";

const LABELS = {
  "app.kubernetes.io/component": "secrets",
  "app.kubernetes.io/instance": "milvus",
  "app.kubernetes.io/managed-by": "milvus-gitops",
  "app.kubernetes.io/name": "milvus",
  "app.kubernetes.io/part-of": "milvus",
};
const GUARDS = { "argocd.argoproj.io/sync-options": "Prune=false,Delete=false" };
const METADATA = {
  name: "milvus-object-storage",
  labels: LABELS,
  annotations: { ...GUARDS, "argocd.argoproj.io/sync-wave": "-2" },
};

describe("secrets", () => {
  it("are not in Git where people create them", () => {
    expect(secrets.units(withSecrets({ provider: "existing" }))).toEqual([]);
  });

  it("are nothing where no pod needs any", () => {
    expect(secrets.units(withSecrets({ provider: "external-secrets", required: [] }))).toEqual([]);
  });

  it("come key by key from the external store, with every default written out", () => {
    expect(secrets.units(withSecrets({ provider: "external-secrets" }))).toEqual([
      {
        path: "secrets",
        resources: [
          {
            file: "externalsecret-object-storage",
            object: {
              apiVersion: "external-secrets.io/v1",
              kind: "ExternalSecret",
              metadata: METADATA,
              spec: {
                refreshInterval: "1h",
                secretStoreRef: { name: "vault", kind: "ClusterSecretStore" },
                target: {
                  name: "milvus-object-storage",
                  creationPolicy: "Owner",
                  deletionPolicy: "Retain",
                  template: {
                    engineVersion: "v2",
                    mergePolicy: "Replace",
                    type: "Opaque",
                    metadata: { labels: LABELS, annotations: GUARDS },
                  },
                },
                data: [entry("access-key"), entry("secret-key")],
              },
            },
          },
        ],
      },
    ]);
  });

  it("come out of ciphertext under their own name", () => {
    const required = [aRequiredSecret({ sealed: { "access-key": "AgBy1", "secret-key": "AgBy2" } })];

    expect(secrets.units(withSecrets({ provider: "sealed-secrets", required }))).toEqual([
      {
        path: "secrets",
        resources: [
          {
            file: "sealedsecret-object-storage",
            object: {
              apiVersion: "bitnami.com/v1alpha1",
              kind: "SealedSecret",
              metadata: METADATA,
              spec: {
                encryptedData: { "access-key": "AgBy1", "secret-key": "AgBy2" },
                template: { type: "Opaque", metadata: { labels: LABELS, annotations: GUARDS } },
              },
            },
          },
        ],
      },
    ]);
  });

  it("are one file for each Secret", () => {
    const required = [
      aRequiredSecret(),
      aRequiredSecret({ purpose: "kafka", name: "milvus-kafka", keys: ["username", "password"] }),
    ];
    const [unit] = secrets.units(withSecrets({ provider: "external-secrets", required }));

    expect(unit?.resources.map(({ file, object }) => [file, object.metadata.name])).toEqual([
      ["externalsecret-object-storage", "milvus-object-storage"],
      ["externalsecret-kafka", "milvus-kafka"],
    ]);
  });
});

function withSecrets(overrides: Partial<Secrets>): Environment {
  return anEnvironment({ secrets: { ...anEnvironment().secrets, ...overrides } });
}

function entry(key: string) {
  return {
    secretKey: key,
    remoteRef: {
      key: "milvus/prod/object-storage",
      property: key,
      conversionStrategy: "Default",
      decodingStrategy: "None",
      metadataPolicy: "None",
    },
  };
}
