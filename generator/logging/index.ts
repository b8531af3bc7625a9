import { metadata } from "../kubernetes/metadata.ts";
import type { KubernetesObject, Resource } from "../kubernetes/resource.ts";
import { serviceAccount } from "../kubernetes/service-account.ts";
import { hashedName } from "../kustomize/config-hash.ts";
import type { Environment, Logging } from "../model/environment.ts";
import type { Identity } from "../model/identities.ts";
import { elasticsearchObject } from "./elasticsearch.ts";
import { fluentConfig } from "./fluentd/config.ts";
import { fluentdDaemonSet } from "./fluentd/daemonset.ts";
import { FLUENTD, LOGGING_WAVE, SETUP } from "./identities.ts";
import { kibanaObject } from "./kibana.ts";
import { loggingNamespace } from "./namespace.ts";
import { networkPolicy } from "./network-policy.ts";
import { setupJob } from "./setup/job.ts";
import { elasticsearchRequests, KIBANA_REQUESTS, type Request } from "./setup/requests.ts";
import { SCRIPT } from "./setup/script.ts";
import { elasticsearchAccess, kibanaAccess } from "./store.ts";

/** What reads, keeps and shows the logs of these environments, all of one cluster. */
export function loggingResources(logging: Logging, environments: readonly Environment[]): Resource[] {
  return [
    { file: "namespace", object: loggingNamespace(logging) },
    { file: "networkpolicy", object: networkPolicy(logging) },
    ...storeResources(logging),
    ...fluentdResources(logging, environments),
    ...setupResources(logging),
  ];
}

function storeResources({ store }: Logging): Resource[] {
  if (store.type === "existing") return [];
  return [
    { file: "elasticsearch", object: elasticsearchObject(store) },
    { file: "kibana", object: kibanaObject(store) },
  ];
}

function fluentdResources(logging: Logging, environments: readonly Environment[]): Resource[] {
  const config = configMap(FLUENTD, { "fluent.conf": fluentConfig(logging, environments) });
  return [
    { file: "fluentd-serviceaccount", object: serviceAccount(FLUENTD, FLUENTD.name, LOGGING_WAVE.ground) },
    { file: "fluentd-configmap", object: config },
    { file: "fluentd-daemonset", object: fluentdDaemonSet(logging, config.metadata.name) },
  ];
}

function setupResources(logging: Logging): Resource[] {
  const isOwn = logging.store.type === "own";
  const requests = { index: elasticsearchRequests(logging), ...(isOwn ? { "data-view": KIBANA_REQUESTS } : {}) };
  const config = configMap(SETUP, { ...requestFiles(requests), "setup.rb": SCRIPT });
  const job = (name: string, hook: "Sync" | "PostSync", access: ReturnType<typeof elasticsearchAccess>) => ({
    file: `setup-${name}-job`,
    object: setupJob(logging, { name, hook, access, config: config.metadata.name }),
  });
  return [
    { file: "setup-serviceaccount", object: serviceAccount(SETUP, SETUP.name, LOGGING_WAVE.ground) },
    { file: "setup-configmap", object: config },
    job("index", "Sync", elasticsearchAccess(logging)),
    ...(isOwn ? [job("data-view", "PostSync", kibanaAccess(logging))] : []),
  ];
}

function requestFiles(requests: Readonly<Record<string, readonly Request[]>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(requests).map(([name, list]) => [`${name}.json`, `${JSON.stringify(list, undefined, 2)}\n`]),
  );
}

/** Its name has a hash of its contents, so that a change rolls the pods that mount it. */
function configMap(identity: Identity, data: Readonly<Record<string, string>>): KubernetesObject {
  return {
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: metadata(identity, hashedName(`${identity.name}-config`, data), LOGGING_WAVE.ground),
    data,
  };
}
