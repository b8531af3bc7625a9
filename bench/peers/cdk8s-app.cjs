// Three environments as a cdk8s app: as many objects of each kind as the generator makes for those of this repository, each
// workload with resources, probes, variables and a volume. Copied beside the cdk8s packages and run there.
"use strict";
const { ApiObject, App, Chart, Duration, Size } = require("cdk8s");
const plus = require("cdk8s-plus-33");

const ENVIRONMENTS = {
  dev: { statefulSets: 3, deployments: 5, services: 7, serviceAccounts: 4, budgets: 0, configMaps: 1 },
  staging: { statefulSets: 5, deployments: 7, services: 11, serviceAccounts: 8, budgets: 11, configMaps: 1 },
  prod: { statefulSets: 5, deployments: 7, services: 11, serviceAccounts: 8, budgets: 11, configMaps: 1 },
};

const app = new App();
for (const [name, counts] of Object.entries(ENVIRONMENTS)) addEnvironment(name, counts);
app.synth();

function addEnvironment(name, { statefulSets, deployments, services, serviceAccounts, budgets, configMaps }) {
  const chart = new Chart(app, name, { namespace: `milvus-${name}`, labels: { environment: name } });
  new plus.Namespace(chart, "namespace");
  times(serviceAccounts, (index) => new plus.ServiceAccount(chart, `account-${index}`));
  times(
    configMaps,
    (index) => new plus.ConfigMap(chart, `config-${index}`, { data: { "user.yaml": "log:\n  level: info\n" } }),
  );
  times(deployments, (index) => new plus.Deployment(chart, `deployment-${index}`, { replicas: 2, ...pod() }));
  const owned = times(statefulSets, (index) => addStatefulSet(chart, index));
  times(services - owned.length, (index) => new plus.Service(chart, `service-${index}`, { ports: [{ port: 19530 + index }] }));
  times(budgets, (index) => addBudget(chart, index));
}

function addStatefulSet(chart, index) {
  const service = new plus.Service(chart, `headless-${index}`, { clusterIP: "None", ports: [{ port: 2379 + index }] });
  return new plus.StatefulSet(chart, `statefulset-${index}`, { service, replicas: 3, ...pod() });
}

function addBudget(chart, index) {
  const spec = { maxUnavailable: 1, selector: { matchLabels: { "app.kubernetes.io/name": `component-${index}` } } };
  new ApiObject(chart, `budget-${index}`, { apiVersion: "policy/v1", kind: "PodDisruptionBudget", spec });
}

function pod() {
  return { containers: [container()], terminationGracePeriod: Duration.seconds(60) };
}

function container() {
  const probe = plus.Probe.fromHttpGet("/healthz", { port: 9091, periodSeconds: Duration.seconds(10) });
  return {
    image: "milvusdb/milvus:v2.6.20",
    args: ["milvus", "run", "querynode"],
    portNumber: 9091,
    envVariables: {
      ETCD_ENDPOINTS: plus.EnvValue.fromValue("etcd-0.etcd-headless:2379,etcd-1.etcd-headless:2379,etcd-2.etcd-headless:2379"),
      MINIO_ADDRESS: plus.EnvValue.fromValue("minio"),
      PULSAR_ADDRESS: plus.EnvValue.fromValue("pulsar://pulsar-proxy:6650"),
    },
    resources: {
      cpu: { request: plus.Cpu.millis(500), limit: plus.Cpu.units(2) },
      memory: { request: Size.gibibytes(2), limit: Size.gibibytes(4) },
    },
    liveness: probe,
    readiness: probe,
    startup: probe,
  };
}

function times(count, make) {
  return Array.from({ length: count }, (_, index) => make(index));
}
