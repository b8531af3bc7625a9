import { expect, it } from "vitest";
import { etcdStatefulSet } from "../../../generator/components/etcd/statefulset.ts";
import { anEnvironment, anEtcd, aTls } from "../../support/environments.ts";

const PLAIN = podOf(false);
const ENCRYPTED = podOf(true);

it("asks clients and members for certificates, with the flags beside the program's name", () => {
  expect(ENCRYPTED.containers[0].command).toEqual([
    ...PLAIN.containers[0].command,
    "--cert-file=/etc/etcd/tls/tls.crt",
    "--key-file=/etc/etcd/tls/tls.key",
    "--trusted-ca-file=/etc/etcd/tls/ca.crt",
    "--client-cert-auth=true",
    "--peer-cert-file=/etc/etcd/tls/tls.crt",
    "--peer-key-file=/etc/etcd/tls/tls.key",
    "--peer-trusted-ca-file=/etc/etcd/tls/ca.crt",
    "--peer-client-cert-auth=true",
  ]);
});

it("listens and is called by https alone", () => {
  const changed = ENCRYPTED.containers[0].env
    .filter(({ value = "" }) => value.includes("://"))
    .map(({ name, value }) => [name, value]);

  expect(Object.fromEntries(changed)).toEqual({
    ETCD_LISTEN_CLIENT_URLS: "https://0.0.0.0:2379",
    ETCD_ADVERTISE_CLIENT_URLS: "https://$(POD_NAME).etcd-headless.$(POD_NAMESPACE).svc:2379",
    ETCD_LISTEN_PEER_URLS: "https://0.0.0.0:2380",
    ETCD_INITIAL_ADVERTISE_PEER_URLS: "https://$(POD_NAME).etcd-headless.$(POD_NAMESPACE).svc:2380",
    ETCD_LISTEN_METRICS_URLS: "http://0.0.0.0:2381",
    ETCD_INITIAL_CLUSTER: "etcd-0=https://etcd-0.etcd-headless.$(POD_NAMESPACE).svc:2380",
    ETCDCTL_ENDPOINTS: "https://127.0.0.1:2379",
  });
});

it("lets etcdctl in a member's pod show the member's certificate", () => {
  const variables = ENCRYPTED.containers[0].env.filter(
    ({ name }) => name.startsWith("ETCDCTL_") && name !== "ETCDCTL_ENDPOINTS",
  );

  expect(variables).toEqual([
    { name: "ETCDCTL_CACERT", value: "/etc/etcd/tls/ca.crt" },
    { name: "ETCDCTL_CERT", value: "/etc/etcd/tls/tls.crt" },
    { name: "ETCDCTL_KEY", value: "/etc/etcd/tls/tls.key" },
  ]);
});

it("is asked for its health on a port of its own, for the kubelet has no certificate", () => {
  const [container] = ENCRYPTED.containers;

  expect(container.ports).toContainEqual({ name: "metrics", containerPort: 2381, protocol: "TCP" });
  for (const probe of ["startupProbe", "livenessProbe", "readinessProbe"] as const) {
    expect(container[probe].httpGet).toMatchObject({ port: 2381, scheme: "HTTP" });
  }
});

it("has the certificate as files that only its group reads", () => {
  expect(ENCRYPTED.volumes).toEqual([
    {
      name: "tls",
      secret: {
        secretName: "etcd-tls",
        defaultMode: 0o440,
        items: [
          { key: "tls.crt", path: "tls.crt" },
          { key: "tls.key", path: "tls.key" },
          { key: "ca.crt", path: "ca.crt" },
        ],
      },
    },
  ]);
  expect(ENCRYPTED.containers[0].volumeMounts).toContainEqual({ name: "tls", mountPath: "/etc/etcd/tls", readOnly: true });
  expect(PLAIN.volumes).toBeUndefined();
});

function podOf(etcd: boolean): Pod {
  const members = anEtcd({ replicas: 1 });
  const object = etcdStatefulSet(anEnvironment({ etcd: members, tls: aTls({ etcd }) }), members);
  return (object.spec as { template: { spec: Pod } }).template.spec;
}

interface Pod {
  readonly containers: readonly [
    Record<"startupProbe" | "livenessProbe" | "readinessProbe", { readonly httpGet: object }> & {
      readonly command: readonly string[];
      readonly env: readonly { readonly name: string; readonly value?: string }[];
      readonly ports: readonly object[];
      readonly volumeMounts: readonly object[];
    },
  ];
  readonly volumes?: readonly object[];
}
