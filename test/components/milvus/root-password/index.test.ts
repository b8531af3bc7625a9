import { describe, expect, it } from "vitest";
import { podOwners } from "../../../../generator/checks/workload.ts";
import { rootPasswordUnits } from "../../../../generator/components/milvus/root-password/index.ts";
import { rootPasswordJob } from "../../../../generator/components/milvus/root-password/job.ts";
import { rootPasswordScript } from "../../../../generator/components/milvus/root-password/script.ts";
import type { Family, Tls } from "../../../../generator/model/environment.ts";
import { RELEASES } from "../../../../generator/model/releases/index.ts";
import { anAuthentication, anEnvironment, aRequiredSecret, aTls } from "../../../support/environments.ts";
import { aMilvus } from "../environments.ts";

const LABELS = {
  "app.kubernetes.io/component": "root-password",
  "app.kubernetes.io/instance": "milvus",
  "app.kubernetes.io/managed-by": "milvus-gitops",
  "app.kubernetes.io/name": "milvus-setup",
  "app.kubernetes.io/part-of": "milvus",
};
const PASSWORD = { name: "ROOT_PASSWORD", valueFrom: { secretKeyRef: { name: "milvus-root", key: "password" } } };

describe("what sets the password of root", () => {
  it("is nothing where clients need none", () => {
    expect(rootPasswordUnits(anEnvironment())).toEqual([]);
  });

  it("is a Job that Argo CD makes anew with every sync, in Milvus' own image", () => {
    expect(rootPasswordUnits(withAuthentication("2.6"))).toEqual([
      { path: "milvus/root-password", resources: [{ file: "job", object: JOB }] },
    ]);
  });

  it("reaches the management port of 2.3 by a Service of its own", () => {
    const [unit] = rootPasswordUnits(withAuthentication("2.3"));
    const [service, job] = unit?.resources ?? [];

    expect(service).toEqual({
      file: "service-management",
      object: expect.objectContaining({
        kind: "Service",
        spec: {
          type: "ClusterIP",
          selector: { "app.kubernetes.io/component": "proxy", "app.kubernetes.io/name": "milvus" },
          ports: [{ name: "metrics", port: 9091, targetPort: "metrics", protocol: "TCP" }],
        },
      }),
    });
    expect(job?.object).toMatchObject({ spec: { template: { spec: { containers: [{ env: ENV_OF_2_3 }] } } } });
  });

  it("verifies encrypted proxies at the port of REST, and in 2.3 reaches the management port as before", () => {
    expect(podOf("2.3", "server")).toEqual({
      env: [
        { name: "MILVUS_API", value: "https://milvus-proxy:8080" },
        { name: "MILVUS_MANAGEMENT", value: "http://milvus-proxy-management:9091" },
        PASSWORD,
      ],
      curl: 'curl --silent --fail --output /dev/null --max-time 10 --cacert /etc/tls/milvus-proxy-tls/ca.crt --config - "$@"',
      mounts: [{ name: "milvus-proxy-tls", mountPath: "/etc/tls/milvus-proxy-tls", readOnly: true }],
      volumes: [
        {
          name: "milvus-proxy-tls",
          secret: { secretName: "milvus-proxy-tls", defaultMode: 0o440, items: [{ key: "ca.crt", path: "ca.crt" }] },
        },
      ],
    });
  });

  it("shows a certificate of its own where proxies ask for one", () => {
    const folder = "/etc/tls/milvus-client-tls";
    const { curl, mounts, volumes } = podOf("2.6", "mutual");

    expect(curl).toContain(` --cacert ${folder}/ca.crt --cert ${folder}/tls.crt --key ${folder}/tls.key `);
    expect(mounts).toEqual([{ name: "milvus-client-tls", mountPath: folder, readOnly: true }]);
    expect(volumes).toEqual([
      {
        name: "milvus-client-tls",
        secret: {
          secretName: "milvus-client-tls",
          defaultMode: 0o440,
          items: ["ca.crt", "tls.crt", "tls.key"].map((key) => ({ key, path: key })),
        },
      },
    ]);
  });
});

const ENV_OF_2_3 = [
  { name: "MILVUS_API", value: "http://milvus-proxy:19530" },
  { name: "MILVUS_MANAGEMENT", value: "http://milvus-proxy-management:9091" },
  PASSWORD,
];

const JOB = {
  apiVersion: "batch/v1",
  kind: "Job",
  metadata: {
    name: "milvus-root-password",
    labels: LABELS,
    annotations: {
      "argocd.argoproj.io/hook": "Sync",
      "argocd.argoproj.io/hook-delete-policy": "BeforeHookCreation",
      "argocd.argoproj.io/sync-wave": "20",
    },
  },
  spec: {
    backoffLimit: 1,
    activeDeadlineSeconds: 900,
    template: {
      metadata: { labels: LABELS },
      spec: {
        restartPolicy: "Never",
        serviceAccountName: "milvus",
        automountServiceAccountToken: false,
        enableServiceLinks: false,
        securityContext: {
          fsGroup: 0,
          fsGroupChangePolicy: "OnRootMismatch",
          runAsGroup: 0,
          runAsNonRoot: true,
          runAsUser: 10_001,
          seccompProfile: { type: "RuntimeDefault" },
        },
        containers: [
          {
            name: "root-password",
            image: "milvusdb/milvus:v2.6.20",
            imagePullPolicy: "IfNotPresent",
            command: ["sh", "-c"],
            args: [rootPasswordScript(RELEASES["2.6"], undefined)],
            env: [{ name: "MILVUS_API", value: "http://milvus-proxy:19530" }, PASSWORD],
            resources: {
              requests: { cpu: "10m", "ephemeral-storage": "16Mi", memory: "64Mi" },
              limits: { cpu: "500m", "ephemeral-storage": "64Mi", memory: "256Mi" },
            },
            securityContext: {
              allowPrivilegeEscalation: false,
              capabilities: { drop: ["ALL"] },
              privileged: false,
              readOnlyRootFilesystem: true,
              runAsNonRoot: true,
            },
          },
        ],
      },
    },
  },
};

function podOf(family: Family, milvus: Tls["milvus"]) {
  const [owner] = podOwners([rootPasswordJob({ ...withAuthentication(family), tls: aTls({ milvus }) })]);
  const [container] = owner?.pod.containers ?? [];
  const curl = /call\(\) { (.*); }/.exec(container?.args?.[0] ?? "")?.[1];
  return { env: container?.env, curl, mounts: container?.volumeMounts, volumes: owner?.pod.volumes };
}

function withAuthentication(family: Family) {
  const { secrets } = anEnvironment();
  return anEnvironment({
    milvus: aMilvus(family),
    authentication: anAuthentication({ milvus: { enabled: true, superUsers: [] } }),
    secrets: { ...secrets, required: [aRequiredSecret({ purpose: "milvusRoot", name: "milvus-root", keys: ["password"] })] },
  });
}
