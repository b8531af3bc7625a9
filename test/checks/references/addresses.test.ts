import { describe, expect, it } from "vitest";
import { addressesIn, addressPairsIn } from "../../../generator/checks/references/addresses.ts";

const ETCD = { pod: undefined, service: "etcd", namespace: undefined, port: 2379 };

describe("addressesIn", () => {
  it.each([
    { text: "etcd:2379", found: [ETCD] },
    { text: "http://etcd:2379/health", found: [ETCD] },
    { text: "http://etcd.$(POD_NAMESPACE).svc:2379", found: [ETCD] },
    { text: "etcd.milvus-prod.svc.cluster.local:2379", found: [{ ...ETCD, namespace: "milvus-prod" }] },
    { text: "etcd-0.etcd-headless:2379", found: [{ ...ETCD, pod: "etcd-0", service: "etcd-headless" }] },
    {
      text: "http://$(POD_NAME).etcd-headless.$(POD_NAMESPACE).svc:2379",
      found: [{ ...ETCD, pod: "$(POD_NAME)", service: "etcd-headless" }],
    },
    {
      text: "http://minio-{0...3}.minio-headless.$(POD_NAMESPACE).svc:9000/data",
      found: [{ pod: "minio-{0...3}", service: "minio-headless", namespace: undefined, port: 9000 }],
    },
    {
      text: "pulsar://pulsar-proxy:6650,pulsar-broker:8080",
      found: [
        { pod: undefined, service: "pulsar-proxy", namespace: undefined, port: 6650 },
        { pod: undefined, service: "pulsar-broker", namespace: undefined, port: 8080 },
      ],
    },
    {
      text: "server.1=zk-0.zk-headless:2888:3888;2181",
      found: [
        { pod: "zk-0", service: "zk-headless", namespace: undefined, port: 2888 },
        { pod: "zk-0", service: "zk-headless", namespace: undefined, port: 3888 },
      ],
    },
  ])("are found in $text", ({ text, found }) => {
    expect(addressesIn(text)).toEqual(found);
  });

  it.each([
    "http://0.0.0.0:2379",
    "localhost:9091",
    "etcd.example.com:2379",
    "etcd.other:2379",
    "https://s3.eu-central-1.amazonaws.com:443",
    "--address=:9000",
    "EC:2",
    "$(HOST):2379",
    "sha256:12ab",
    "port: 9000",
  ])("are none of this namespace in %s", (text) => {
    expect(addressesIn(text)).toEqual([]);
  });
});

describe("addressPairsIn", () => {
  const minio = { pod: undefined, service: "minio", namespace: undefined, port: 9000 };

  it.each([
    { what: "one below the other", text: "minio:\n  address: minio\n  port: 9000\n" },
    {
      what: "apart",
      text: "minio:\n  port: 9000 # API\n  ssl:\n    enabled: false\n\n  address: 'minio'\nother:\n  port: 1\n",
    },
    { what: "of JSON", text: JSON.stringify({ minio: { address: "minio", port: 9000 } }, null, 2) },
  ])("are two settings of one mapping, $what", ({ text }) => {
    expect(addressPairsIn(text)).toEqual([minio]);
  });

  it.each([
    { what: "of two mappings", text: "minio:\n  address: minio\nproxy:\n  port: 9000\n" },
    { what: "of a mapping and one inside it", text: "minio:\n  address: minio\n  http:\n    port: 9000\n" },
    { what: "of an address outside", text: "minio:\n  address: s3.example.com\n  port: 443\n" },
    { what: "of this pod", text: "minio:\n  address: localhost\n  port: 9000\n" },
    { what: "that hold a whole address already", text: "minio:\n  address: minio:9000\n  port: 9000\n" },
    { what: "whose port is none", text: "minio:\n  address: minio\n  port: api\n" },
  ])("are not two settings $what", ({ text }) => {
    expect(addressPairsIn(text)).toEqual([]);
  });
});
