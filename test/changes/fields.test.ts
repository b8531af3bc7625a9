import { describe, expect, it } from "vitest";
import { compareTrees as compareBoth } from "../../generator/changes/index.ts";
import { anObject, but, CONTAINER, configMap, DEPLOYMENT, fieldsOf, STATEFUL_SET } from "./objects.ts";

const POD = "spec.template.spec";
const FIRST = `${POD}.containers.0`;

/** The Deployment with these variables. */
function withEnv(...env: readonly object[]) {
  return but(DEPLOYMENT, { [`${FIRST}.env`]: env });
}

describe("the fields that differ", () => {
  it("are named by their path, items of lists by their key, and have both values", () => {
    const after = but(DEPLOYMENT, { [`${FIRST}.image`]: "milvusdb/milvus:v2.5.21", "spec.replicas": 3 });

    expect(fieldsOf(DEPLOYMENT, after)).toEqual([
      { path: "spec.replicas", what: "value", before: 2, after: 3 },
      {
        path: "spec.template.spec.containers[proxy].image",
        what: "value",
        before: "milvusdb/milvus:v2.5.20",
        after: "milvusdb/milvus:v2.5.21",
      },
    ]);
  });

  it("have keys with dots in brackets", () => {
    const after = but(DEPLOYMENT, { "metadata.annotations": { "argocd.argoproj.io/sync-wave": "11" } });
    expect(fieldsOf(DEPLOYMENT, after)).toEqual([
      { path: "metadata.annotations[argocd.argoproj.io/sync-wave]", what: "value", before: "10", after: "11" },
    ]);
  });

  it("are told once and whole where a side has nothing", () => {
    const after = but(DEPLOYMENT, {
      [`${FIRST}.livenessProbe`]: undefined,
      [`${POD}.volumes`]: [{ name: "tmp", emptyDir: {} }],
    });

    expect(fieldsOf(DEPLOYMENT, after)).toEqual([
      { path: `${POD}.containers[proxy].livenessProbe`, what: "value", before: { tcpSocket: { port: 9091 } } },
      { path: `${POD}.volumes`, what: "value", after: [{ name: "tmp", emptyDir: {} }] },
    ]);
  });

  it.each([
    ["1Gi", "1024Mi"],
    ["0.5", "500m"],
    ["2", 2],
    ["1e3", "1k"],
  ])("do not hold %s and %s, the same quantity", (before, after) => {
    const memory = (value: unknown) => but(DEPLOYMENT, { [`${FIRST}.resources.requests.memory`]: value });
    expect(fieldsOf(memory(before), memory(after))).toEqual([]);
  });

  it("hold two texts that would be the same quantity somewhere else", () => {
    expect(fieldsOf(withEnv({ name: "A", value: "1Gi" }), withEnv({ name: "A", value: "1024Mi" }))).toEqual([
      { path: `${POD}.containers[proxy].env[A].value`, what: "value", before: "1Gi", after: "1024Mi" },
    ]);
  });

  it("do not hold null, which is nothing", () => {
    expect(fieldsOf(DEPLOYMENT, but(DEPLOYMENT, { "spec.paused": null }))).toEqual([]);
  });
});

describe("lists", () => {
  const [A, B] = [
    { name: "A", value: "1" },
    { name: "B", value: "2" },
  ];
  const REFERENCE = { name: "B", value: "$(A)" };

  it("with keys tell an item that comes, goes or differs", () => {
    expect(fieldsOf(withEnv(A, B), withEnv({ ...A, value: "3" }, { name: "C", value: "4" }))).toEqual([
      { path: `${POD}.containers[proxy].env[A].value`, what: "value", before: "1", after: "3" },
      { path: `${POD}.containers[proxy].env[B]`, what: "value", before: B },
      { path: `${POD}.containers[proxy].env[C]`, what: "value", after: { name: "C", value: "4" } },
    ]);
  });

  it("of ports have a key even where the protocol is not said", () => {
    const ports = (...list: readonly object[]) => anObject("Service", { spec: { ports: list } });
    const before = ports({ port: 19530, name: "milvus" }, { port: 9091, protocol: "TCP" });

    expect(fieldsOf(before, ports({ port: 9091, protocol: "TCP" }, { port: 19530, name: "grpc" }))).toEqual([
      { path: "spec.ports[19530/TCP].name", what: "value", before: "milvus", after: "grpc" },
    ]);
  });

  it("of a template in another order mean the same, and yet are another template", () => {
    expect(fieldsOf(withEnv(A, B), withEnv(B, A))).toEqual([{ path: "spec.template", what: "form" }]);
  });

  it("outside a template differ by nothing in another order", () => {
    const secrets = (...names: readonly string[]) =>
      anObject("ServiceAccount", { imagePullSecrets: names.map((name) => ({ name })) });
    expect(fieldsOf(secrets("a", "b"), secrets("b", "a"))).toEqual([]);
  });

  it("of variables differ where one no longer stands before the one that uses it", () => {
    expect(fieldsOf(withEnv(A, REFERENCE), withEnv(REFERENCE, A))).toEqual([
      { path: `${POD}.containers[proxy].env`, what: "order", before: ["A", "B"], after: ["B", "A"] },
    ]);
  });

  it("of init containers differ where they run in another order", () => {
    const init = (...names: readonly string[]) =>
      but(DEPLOYMENT, { [`${POD}.initContainers`]: names.map((name) => ({ ...CONTAINER, name })) });
    expect(fieldsOf(init("a", "b"), init("b", "a"))).toEqual([
      { path: `${POD}.initContainers`, what: "order", before: ["a", "b"], after: ["b", "a"] },
    ]);
  });

  it("of arguments differ by place", () => {
    const args = (...list: readonly string[]) => but(DEPLOYMENT, { [`${FIRST}.args`]: list });
    expect(fieldsOf(args("run", "proxy"), args("proxy", "run"))).toEqual([
      { path: `${POD}.containers[proxy].args[0]`, what: "value", before: "run", after: "proxy" },
      { path: `${POD}.containers[proxy].args[1]`, what: "value", before: "proxy", after: "run" },
    ]);
    expect(fieldsOf(args("run"), args("run", "proxy"))).toEqual([
      { path: `${POD}.containers[proxy].args`, what: "value", before: ["run"], after: ["run", "proxy"] },
    ]);
  });

  it("in which only membership counts are told whole, and differ by nothing in another order", () => {
    const ranges = (...list: readonly string[]) => anObject("Service", { spec: { loadBalancerSourceRanges: list } });
    expect(fieldsOf(ranges("10.0.0.0/8", "192.168.0.0/16"), ranges("192.168.0.0/16", "10.0.0.0/8"))).toEqual([]);
    expect(fieldsOf(ranges("10.0.0.0/8"), ranges("10.1.0.0/16"))).toEqual([
      { path: "spec.loadBalancerSourceRanges", what: "value", before: ["10.0.0.0/8"], after: ["10.1.0.0/16"] },
    ]);
  });

  it("of mappings without a key tell the one that changed", () => {
    const destinations = (...names: readonly string[]) =>
      anObject("AppProject", { spec: { destinations: names.map((name) => ({ name, namespace: "m" })) } });
    expect(fieldsOf(destinations("a", "b"), destinations("c", "a"))).toEqual([
      { path: "spec.destinations[0].name", what: "value", before: "b", after: "c" },
    ]);
  });
});

describe("configuration", () => {
  it("is compared key by key, whatever its comments, order and spelling", () => {
    const before = configMap("# old\nlog: {level: info}\nproxy:\n  port: 19530\n");
    expect(fieldsOf(before, configMap('proxy: { port: 19530 }\nlog:\n  level: "info"\n'))).toEqual([]);
    expect(fieldsOf(before, configMap("log: {level: debug}\nproxy:\n  port: 19530\n  maxTaskNum: 10\n"))).toEqual([
      { path: "data[user.yaml].log.level", what: "value", before: "info", after: "debug" },
      { path: "data[user.yaml].proxy.maxTaskNum", what: "value", after: 10 },
    ]);
  });

  it("that is no YAML is compared by its lines", () => {
    const script = (text: string) => anObject("ConfigMap", { data: { "run.sh": text } });
    expect(fieldsOf(script("set -e\necho a\nexit\n"), script("set -e\necho b\nexit\n"))).toEqual([
      {
        path: "data[run.sh]",
        what: "text",
        before: "set -e\necho a\nexit\n",
        after: "set -e\necho b\nexit\n",
        lines: [" set -e", "-echo a", "+echo b", " exit"],
      },
    ]);
  });

  it("with a hash in its name is the same object, and its reference says only that it changed", () => {
    const [OLD, NEW] = ["milvus-config-9h94c56572", "milvus-config-gg2h7t8m4k"];
    const mounts = (name: string) => but(DEPLOYMENT, { [`${POD}.volumes`]: [{ name: "config", configMap: { name } }] });
    const { objects } = compareBoth([configMap("a: 1\n", OLD), mounts(OLD)], [configMap("a: 2\n", NEW), mounts(NEW)]);

    expect(objects.map(({ change, object: { name }, fields }) => ({ change, name, fields }))).toEqual([
      {
        change: "changed",
        name: "milvus-config",
        fields: [{ path: "data[user.yaml].a", what: "value", before: 1, after: 2 }],
      },
      {
        change: "changed",
        name: "milvus-proxy",
        fields: [{ path: `${POD}.volumes[config].configMap.name`, what: "config", before: OLD, after: NEW }],
      },
    ]);
  });

  it("keeps its hash where two of one name stand side by side", () => {
    const [OLD, NEW] = ["milvus-config-9h94c56572", "milvus-config-gg2h7t8m4k"];
    const { objects } = compareBoth([], [configMap("a: 1\n", OLD), configMap("a: 2\n", NEW)]);
    expect(objects.map(({ object }) => object.name)).toEqual([OLD, NEW]);
  });
});

describe("Secrets", () => {
  const secret = (fields: object) => anObject("Secret", fields);

  it("say which key changed, and never what it holds", () => {
    const change = compareBoth(
      [secret({ data: { a: "b2xk", b: "c2FtZQ==", c: "Z29uZQ==" }, stringData: { d: "old" } })],
      [secret({ data: { a: "bmV3", b: "c2FtZQ==" }, stringData: { d: "new" } })],
    );

    expect(change.objects.flatMap(({ fields }) => fields)).toEqual([
      { path: "data.a", what: "secret" },
      { path: "data.c", what: "secret" },
      { path: "stringData.d", what: "secret" },
    ]);
    expect(JSON.stringify(change)).not.toMatch(/b2xk|bmV3|Z29uZQ|"old"|"new"/);
  });

  it("hide a whole map that comes, and the copy that kubectl keeps", () => {
    const annotations = { "kubectl.kubernetes.io/last-applied-configuration": '{"data":{"a":"b2xk"}}' };
    const before = but(secret({}), { "metadata.annotations": annotations });
    expect(fieldsOf(before, secret({ data: { a: "bmV3" } }))).toEqual([
      { path: "data", what: "secret" },
      { path: "metadata.annotations", what: "secret" },
    ]);
  });
});

describe("objects", () => {
  it("are the same in another version of their API, and others in another group or namespace", () => {
    const inGroup = (apiVersion: string) => anObject("Ingress", {}, "milvus", apiVersion);
    expect(fieldsOf(inGroup("networking.k8s.io/v1beta1"), inGroup("networking.k8s.io/v1"))).toEqual([
      { path: "apiVersion", what: "value", before: "networking.k8s.io/v1beta1", after: "networking.k8s.io/v1" },
    ]);
    const moved = compareBoth([STATEFUL_SET], [but(STATEFUL_SET, { "metadata.namespace": "n" })]);
    expect(moved.objects.map(({ change, object }) => `${change} ${object.namespace}`)).toEqual(["removed m", "added n"]);
    const regrouped = compareBoth([inGroup("extensions/v1beta1")], [inGroup("networking.k8s.io/v1")]);
    expect(regrouped.counts).toMatchObject({ added: 1, removed: 1, changed: 0 });
  });
});
