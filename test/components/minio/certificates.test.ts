import { expect, it } from "vitest";
import { minioStatefulSet } from "../../../generator/components/minio/statefulset.ts";
import { aMinio, aMinioStorage, anEnvironment, aTls } from "../../support/environments.ts";

const POD = podOf();

it("shows a certificate, and calls its peers by https", () => {
  expect(POD.containers[0].args).toEqual([
    "server",
    "--address=:9000",
    "--console-address=:9001",
    "--certs-dir=/etc/minio/certs",
    "https://minio-{0...3}.minio-headless.$(POD_NAMESPACE).svc:9000/data",
  ]);
});

it("finds certificate, key and authority under the names that MinIO looks for", () => {
  expect(POD.volumes).toEqual([
    { name: "tmp", emptyDir: { sizeLimit: "64Mi" } },
    {
      name: "certs",
      secret: {
        secretName: "minio-tls",
        defaultMode: 0o440,
        items: [
          { key: "tls.crt", path: "public.crt" },
          { key: "tls.key", path: "private.key" },
          { key: "ca.crt", path: "CAs/ca.crt" },
        ],
      },
    },
  ]);
  expect(POD.containers[0].volumeMounts).toContainEqual({ name: "certs", mountPath: "/etc/minio/certs", readOnly: true });
});

it("is asked for its health by https", () => {
  const { startupProbe, livenessProbe, readinessProbe } = POD.containers[0];

  expect([startupProbe, livenessProbe, readinessProbe].map(({ httpGet }) => httpGet)).toEqual([
    { path: "/minio/health/live", port: 9000, scheme: "HTTPS" },
    { path: "/minio/health/live", port: 9000, scheme: "HTTPS" },
    { path: "/minio/health/cluster/read", port: 9000, scheme: "HTTPS" },
  ]);
});

function podOf(): Pod {
  const environment = anEnvironment({ objectStorage: aMinioStorage(), tls: aTls({ objectStorage: true }) });
  return (minioStatefulSet(environment, aMinio()).spec as { template: { spec: Pod } }).template.spec;
}

interface Pod {
  readonly containers: readonly [
    Record<"startupProbe" | "livenessProbe" | "readinessProbe", { readonly httpGet: object }> & {
      readonly args: readonly string[];
      readonly volumeMounts: readonly object[];
    },
  ];
  readonly volumes: readonly object[];
}
