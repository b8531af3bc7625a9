import { describe, expect, it } from "vitest";
import { etcdEnv, etcdToken } from "../../../generator/components/etcd/env.ts";
import { anEtcd } from "../../support/environments.ts";

describe("etcdEnv", () => {
  it("declares the pod's name and namespace, and then uses them", () => {
    expect(etcdEnv("prod", anEtcd(), false)).toEqual([
      { name: "POD_NAME", valueFrom: { fieldRef: { fieldPath: "metadata.name" } } },
      { name: "POD_NAMESPACE", valueFrom: { fieldRef: { fieldPath: "metadata.namespace" } } },
      { name: "ENVIRONMENT", value: "prod" },
      { name: "ETCD_NAME", value: "$(POD_NAME)" },
      { name: "ETCD_DATA_DIR", value: "/var/lib/etcd/data" },
      { name: "ETCD_LISTEN_CLIENT_URLS", value: "http://0.0.0.0:2379" },
      { name: "ETCD_ADVERTISE_CLIENT_URLS", value: "http://$(POD_NAME).etcd-headless.$(POD_NAMESPACE).svc:2379" },
      { name: "ETCD_LISTEN_PEER_URLS", value: "http://0.0.0.0:2380" },
      { name: "ETCD_INITIAL_ADVERTISE_PEER_URLS", value: "http://$(POD_NAME).etcd-headless.$(POD_NAMESPACE).svc:2380" },
      {
        name: "ETCD_INITIAL_CLUSTER",
        value:
          "etcd-0=http://etcd-0.etcd-headless.$(POD_NAMESPACE).svc:2380," +
          "etcd-1=http://etcd-1.etcd-headless.$(POD_NAMESPACE).svc:2380," +
          "etcd-2=http://etcd-2.etcd-headless.$(POD_NAMESPACE).svc:2380",
      },
      { name: "ETCD_INITIAL_CLUSTER_STATE", value: "new" },
      { name: "ETCD_QUOTA_BACKEND_BYTES", value: "1073741824" },
      { name: "ETCD_AUTO_COMPACTION_MODE", value: "revision" },
      { name: "ETCD_AUTO_COMPACTION_RETENTION", value: "1000" },
      { name: "ETCD_HEARTBEAT_INTERVAL", value: "500" },
      { name: "ETCD_ELECTION_TIMEOUT", value: "2500" },
      { name: "ETCD_SNAPSHOT_COUNT", value: "10000" },
      { name: "ETCD_EXPERIMENTAL_INITIAL_CORRUPT_CHECK", value: "true" },
      { name: "ETCD_EXPERIMENTAL_COMPACT_HASH_CHECK_ENABLED", value: "true" },
    ]);
  });

  it("differs between environments of one shape in a single variable", () => {
    const prod = etcdEnv("prod", anEtcd(), false);
    const staging = etcdEnv("staging", anEtcd(), false);

    expect(staging.filter((variable, index) => JSON.stringify(variable) !== JSON.stringify(prod[index]))).toEqual([
      { name: "ENVIRONMENT", value: "staging" },
    ]);
  });

  it("gives no variable a name that scanners take for a credential's", () => {
    const names = etcdEnv("prod", anEtcd(), false).map(({ name }) => name);

    expect(names.filter((name) => /secret|password|token|bearer|key$/i.test(name))).toEqual([]);
    expect(etcdToken()).toBe("$(ENVIRONMENT).$(POD_NAMESPACE)");
  });
});
