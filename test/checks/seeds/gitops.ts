import type { PlatformTree } from "../../../generator/checks/invariant.ts";
import type { KubernetesObject } from "../../../generator/kubernetes/resource.ts";
import { anAutoscaling } from "../../support/environments.ts";
import { withField } from "../objects.ts";
import type { PlatformSeed } from "./seed.ts";
import { add, set as setObject } from "./tree-changes.ts";

const PROD = "Application milvus-prod";
const ROOT = "Application milvus-root";
const PROJECT = "AppProject milvus-prod";
const OPTIONS = "spec.syncPolicy.syncOptions";
const CONTAINER = "spec.template.spec.containers.0";
const POLICY = "argocd.argoproj.io/sync-options";

export const GITOPS_SEEDS: readonly PlatformSeed[] = [
  {
    invariant: "object-has-one-owner",
    title: "an Application has the name of another",
    breakIt: set(PROD, "metadata.name", "milvus-dev"),
  },
  {
    invariant: "object-has-one-owner",
    title: "two environments make one object",
    breakIt: inEnvironment("prod", setObject("Service etcd", "metadata.namespace", "milvus-dev")),
  },
  {
    invariant: "object-has-one-owner",
    title: "two environments make one object of the cluster",
    breakIt: (tree) => {
      const role = { apiVersion: "rbac.authorization.k8s.io/v1", kind: "ClusterRole", metadata: { name: "reader" } };
      return addObject("dev", role)(addObject("prod", role)(tree));
    },
  },
  { invariant: "environment-has-application", title: "an Application is missing", breakIt: without(PROD) },
  {
    invariant: "application-syncs-its-folder",
    title: "an Application syncs the folder of another",
    breakIt: set(PROD, "spec.source.path", "overlays/dev"),
  },
  {
    invariant: "application-syncs-its-folder",
    title: "the root syncs the environments themselves",
    breakIt: set(ROOT, "spec.source.path", "overlays"),
  },
  {
    invariant: "application-names-its-branch",
    title: "an Application follows HEAD",
    breakIt: set(PROD, "spec.source.targetRevision", "HEAD"),
  },
  {
    invariant: "application-sees-its-changes",
    title: "an Application does not look at the base",
    breakIt: set(PROD, "metadata.annotations", { "argocd.argoproj.io/manifest-generate-paths": "." }),
  },
  {
    invariant: "one-namespace-each",
    title: "two Applications share a namespace",
    breakIt: set(PROD, "spec.destination.namespace", "milvus-dev"),
  },
  {
    invariant: "application-reaches-its-environment",
    title: "an Application syncs to another cluster",
    breakIt: set(PROD, "spec.destination", { name: "eu-1", namespace: "milvus-prod" }),
  },
  { invariant: "application-has-project", title: "the project is missing", breakIt: without(PROJECT) },
  {
    invariant: "application-has-project",
    title: "an Application is in the project default",
    breakIt: set(PROD, "spec.project", "default"),
  },
  {
    invariant: "project-allows-application",
    title: "the project allows another namespace",
    breakIt: set(PROJECT, "spec.destinations.0.namespace", "vectors"),
  },
  {
    invariant: "project-allows-application",
    title: "the project allows another repository",
    breakIt: set(PROJECT, "spec.sourceRepos", ["https://github.com/acme/other.git"]),
  },
  {
    invariant: "project-permits-objects",
    title: "an environment makes a claim",
    breakIt: inEnvironment("prod", add("PersistentVolumeClaim", {})),
  },
  {
    invariant: "project-permits-objects",
    title: "an environment makes a Namespace of another name",
    breakIt: addObject("prod", { apiVersion: "v1", kind: "Namespace", metadata: { name: "other" } }),
  },
  {
    invariant: "project-permits-objects",
    title: "the project does not know a kind that is generated",
    breakIt: set(PROJECT, "spec.namespaceResourceWhitelist", [{ group: "apps", kind: "Deployment" }]),
  },
  {
    invariant: "project-is-narrow",
    title: "the project allows every cluster",
    breakIt: set(PROJECT, "spec.destinations.0.name", "*"),
  },
  {
    invariant: "project-is-narrow",
    title: "the project allows two repositories",
    breakIt: set(PROJECT, "spec.sourceRepos.1", "https://github.com/acme/other.git"),
  },
  {
    invariant: "project-is-narrow",
    title: "the project allows ClusterRoles",
    breakIt: set(PROJECT, "spec.clusterResourceWhitelist.1", { group: "rbac.authorization.k8s.io", kind: "ClusterRole" }),
  },
  {
    invariant: "project-forbids-data-and-rights",
    title: "the project permits everything",
    breakIt: (tree) =>
      set(
        PROJECT,
        "spec.namespaceResourceBlacklist",
        undefined,
      )(set(PROJECT, "spec.namespaceResourceWhitelist", undefined)(tree)),
  },
  {
    invariant: "projects-keep-out-of-argocd",
    title: "the project allows Argo CD's namespace",
    breakIt: set(PROJECT, "spec.destinations.1", { name: "in-cluster", namespace: "argocd" }),
  },
  {
    invariant: "root-is-alone",
    title: "an environment is in the root's project",
    breakIt: set(PROD, "spec.project", "milvus-root"),
  },
  {
    invariant: "root-prunes-nothing",
    title: "the root prunes by itself",
    breakIt: set(ROOT, "spec.syncPolicy.automated.prune", true),
  },
  {
    invariant: "applications-never-cascade",
    title: "an Application has the cascade finalizer",
    breakIt: set(PROD, "metadata.finalizers", ["resources-finalizer.argocd.argoproj.io"]),
  },
  {
    invariant: "applications-never-cascade",
    title: "the root has the finalizer that deletes in the background",
    breakIt: set(ROOT, "metadata.finalizers", ["resources-finalizer.argocd.argoproj.io/background"]),
  },
  {
    invariant: "children-guarded",
    title: "an Application may be pruned",
    breakIt: set(PROD, "metadata.annotations", { [POLICY]: "Delete=false" }),
  },
  {
    invariant: "children-guarded",
    title: "a project has no guard",
    breakIt: set(PROJECT, "metadata.annotations", undefined),
  },
  { invariant: "sync-options-set", title: "an Application has no sync options", breakIt: set(PROD, OPTIONS, []) },
  {
    invariant: "sync-options-set",
    title: "the root may share objects",
    breakIt: set(ROOT, OPTIONS, ["ApplyOutOfSyncOnly=true", "PruneLast=true", "ServerSideApply=true"]),
  },
  {
    invariant: "sync-options-safe",
    title: "an Application replaces objects",
    breakIt: set(PROD, `${OPTIONS}.99`, "Replace=true"),
  },
  {
    invariant: "sync-options-safe",
    title: "Argo CD makes the Namespace itself",
    breakIt: set(PROD, `${OPTIONS}.99`, "CreateNamespace=true"),
  },
  {
    invariant: "sync-options-safe",
    title: "the Application itself is replaced",
    breakIt: set(PROD, "metadata.annotations", { [POLICY]: "Prune=confirm,Delete=false,Force=true" }),
  },
  {
    invariant: "empty-folder-prunes-nothing",
    title: "an empty folder empties the environment",
    breakIt: set(PROD, "spec.syncPolicy.automated.allowEmpty", true),
  },
  {
    invariant: "retries-bounded",
    title: "a sync is tried without end",
    breakIt: set(PROD, "spec.syncPolicy.retry.limit", -1),
  },
  {
    invariant: "retries-bounded",
    title: "a retry has no limit, which is none",
    breakIt: set(PROD, "spec.syncPolicy.retry", { refresh: true }),
  },
  {
    invariant: "differences-stay-visible",
    title: "an Application ignores whole Deployments",
    breakIt: set(PROD, "spec.ignoreDifferences", [{ group: "apps", kind: "Deployment", jsonPointers: ["/spec"] }]),
  },
  {
    invariant: "differences-stay-visible",
    title: "an Application ignores the replicas of what nothing scales",
    breakIt: set(PROD, "spec.ignoreDifferences", [
      { group: "apps", kind: "Deployment", name: "milvus-proxy", jsonPointers: ["/spec/replicas"] },
    ]),
  },
  {
    invariant: "same-identity-everywhere",
    title: "a Service has another port in one environment",
    breakIt: inEnvironment("staging", setObject("Service etcd", "spec.ports.0.port", 2380)),
  },
  {
    invariant: "same-identity-everywhere",
    title: "pods are called otherwise in one environment",
    breakIt: inEnvironment(
      "dev",
      setObject("StatefulSet etcd", "spec.template.metadata.labels", { "app.kubernetes.io/name": "store" }),
    ),
  },
  {
    invariant: "same-identity-everywhere",
    title: "one environment opens a port for management",
    breakIt: inEnvironment("prod", setObject("Service milvus-proxy", "spec.ports.99", { name: "metrics", port: 9091 })),
  },
  {
    invariant: "same-identity-everywhere",
    title: "a port has another name in one environment",
    breakIt: inEnvironment("dev", setObject("Service minio", "spec.ports.0.name", "s3")),
  },
  {
    invariant: "same-identity-everywhere",
    title: "a container listens once more in one environment",
    breakIt: inEnvironment("dev", setObject("StatefulSet minio", `${CONTAINER}.ports.99`, { name: "x", containerPort: 7000 })),
  },
  {
    invariant: "same-identity-everywhere",
    title: "the port of encryption is open where nothing is encrypted",
    breakIt: inEnvironment(
      "dev",
      setObject("StatefulSet etcd", `${CONTAINER}.ports.99`, { name: "metrics", containerPort: 2381 }),
    ),
  },
  {
    invariant: "same-identity-everywhere",
    title: "the REST API of an encrypted environment has no port",
    breakIt: inEnvironment("prod", setObject("Service milvus-proxy", "spec.ports.1", undefined)),
  },
  {
    invariant: "same-protection-everywhere",
    title: "a store has no guards in one environment",
    breakIt: inEnvironment("dev", setObject("StatefulSet etcd", "metadata.annotations", undefined)),
  },
  {
    invariant: "same-protection-everywhere",
    title: "a container may do more in one environment",
    breakIt: inEnvironment("dev", setObject("StatefulSet etcd", `${CONTAINER}.securityContext`, { privileged: true })),
  },
  {
    invariant: "same-probes-everywhere",
    title: "a probe is missing in one environment",
    breakIt: inEnvironment("staging", setObject("StatefulSet etcd", `${CONTAINER}.livenessProbe`, undefined)),
  },
  {
    invariant: "same-probes-everywhere",
    title: "a probe asks another port in one environment",
    breakIt: inEnvironment("staging", setObject("Deployment milvus-proxy", `${CONTAINER}.readinessProbe.httpGet.port`, 8080)),
  },
  {
    invariant: "same-probes-everywhere",
    title: "a probe asks the port of encryption where nothing is encrypted",
    breakIt: inEnvironment("dev", setObject("StatefulSet etcd", `${CONTAINER}.livenessProbe.httpGet.port`, 2381)),
  },
  {
    invariant: "same-probes-everywhere",
    title: "a probe asks an encrypted store in plain",
    breakIt: inEnvironment("prod", setObject("StatefulSet minio", `${CONTAINER}.readinessProbe.httpGet.scheme`, "HTTP")),
  },
  {
    invariant: "autoscaled-replicas-ignored",
    title: "the Application of an environment with an autoscaler sets the number back",
    breakIt: inEnvironment("prod", (tree) => ({
      ...tree,
      environment: { ...tree.environment, milvus: withAutoscaling(tree.environment.milvus) },
    })),
  },
  {
    invariant: "same-strategy-everywhere",
    title: "the query nodes of one environment go all at once",
    breakIt: inEnvironment("dev", setObject("Deployment milvus-querynode", "spec.strategy", { type: "Recreate" })),
  },
];

function withAutoscaling(milvus: Environment["environment"]["milvus"]): Environment["environment"]["milvus"] {
  const autoscaling = anAutoscaling({ maxReplicas: 9 });
  return { ...milvus, roles: milvus.roles.map((role) => ({ ...role, autoscaling })) };
}

/** One field of one of Argo CD's objects has another value. */
function set(target: string, path: string, value: unknown): PlatformSeed["breakIt"] {
  return (tree) => ({ ...tree, applications: withField(tree.applications, target, path, value) });
}

function without(target: string): PlatformSeed["breakIt"] {
  return (tree) => ({
    ...tree,
    applications: tree.applications.filter(({ kind, metadata }) => `${kind} ${metadata.name}` !== target),
  });
}

type Environment = PlatformTree["environments"][number];

function inEnvironment(name: string, change: (tree: Environment) => Environment): PlatformSeed["breakIt"] {
  return (tree) => ({
    ...tree,
    environments: tree.environments.map((one) => (one.environment.name === name ? change(one) : one)),
  });
}

function addObject(environment: string, object: KubernetesObject): PlatformSeed["breakIt"] {
  return inEnvironment(environment, (tree) => ({ ...tree, objects: [...tree.objects, object] }));
}
