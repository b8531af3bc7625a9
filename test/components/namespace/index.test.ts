import { expect, it } from "vitest";
import { namespace } from "../../../generator/components/namespace/index.ts";
import { anEnvironment } from "../../support/environments.ts";

it("gives the environment a guarded Namespace that admits only restricted pods, before everything else", () => {
  expect(namespace.units(anEnvironment({ namespace: "vectors" }))).toEqual([
    {
      path: "namespace",
      resources: [
        {
          file: "namespace",
          object: {
            apiVersion: "v1",
            kind: "Namespace",
            metadata: {
              name: "vectors",
              labels: {
                "app.kubernetes.io/component": "namespace",
                "app.kubernetes.io/instance": "milvus",
                "app.kubernetes.io/managed-by": "milvus-gitops",
                "app.kubernetes.io/name": "milvus",
                "app.kubernetes.io/part-of": "milvus",
                "pod-security.kubernetes.io/audit": "restricted",
                "pod-security.kubernetes.io/audit-version": "v1.30",
                "pod-security.kubernetes.io/enforce": "restricted",
                "pod-security.kubernetes.io/enforce-version": "v1.30",
                "pod-security.kubernetes.io/warn": "restricted",
                "pod-security.kubernetes.io/warn-version": "v1.30",
              },
              annotations: {
                "argocd.argoproj.io/sync-options": "Prune=false,Delete=false",
                "argocd.argoproj.io/sync-wave": "-3",
              },
            },
          },
        },
      ],
    },
  ]);
});
