import { LOGGING_NAME } from "../argocd/logging.ts";
import type { FileTree } from "../documents/file-tree.ts";
import { renderTree } from "../documents/tree.ts";
import { kustomization } from "../kustomize/kustomization.ts";
import type { YamlFile } from "../kustomize/value-tree.ts";
import { loggingResources } from "../logging/index.ts";
import type { Environment, Platform } from "../model/environment.ts";
import { clusterKey } from "../model/rules/across/cluster-key.ts";

/** The folder of the add-on logging, nothing where nobody asked for it: it reads the environments of its own cluster. */
export function loggingFiles({ logging }: Platform, environments: readonly Environment[]): FileTree {
  if (logging === undefined) return new Map();
  const inCluster = environments.filter(({ cluster }) => clusterKey(cluster) === clusterKey(logging.cluster));
  const resources = loggingResources(logging, inCluster);
  const source = "gitops.yaml";
  const folder = `apps/${LOGGING_NAME}`;
  const value = kustomization({
    resources: resources.map(({ file }) => `${file}.yaml`),
    namespace: logging.namespace,
  });
  return renderTree(
    new Map<string, YamlFile>([
      [`${folder}/kustomization.yaml`, { source, value }],
      ...resources.map(({ file, object }): [string, YamlFile] => [`${folder}/${file}.yaml`, { source, value: object }]),
    ]),
  );
}
