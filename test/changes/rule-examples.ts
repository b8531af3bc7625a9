import type { Risk } from "../../generator/changes/index.ts";
import type { RuleName } from "../../generator/changes/rules/index.ts";
import type { KubernetesObject } from "../../generator/kubernetes/resource.ts";
import { APPLICATION, anObject, but, configMap, DEPLOYMENT, PROJECT, STATEFUL_SET } from "./objects.ts";

/** A change that the rule applies to, and what it says of it. */
export interface Example {
  readonly before?: KubernetesObject;
  readonly after?: KubernetesObject;
  readonly risk: Risk;
  readonly message: string;
}

const POD = "spec.template.spec";
const FIRST = `${POD}.containers.0`;
const OPTIONS = "argocd.argoproj.io/sync-options";
const FINALIZERS = { "metadata.finalizers": ["resources-finalizer.argocd.argoproj.io"] };

function deployment(changes: Readonly<Record<string, unknown>>) {
  return but(DEPLOYMENT, changes);
}

function broker(asks: string) {
  return but(STATEFUL_SET, { [`${FIRST}.env`]: [{ name: "PULSAR_PREFIX_authenticationEnabled", value: asks }] });
}

const ASKS = { "gitops.milvus.dev/etcd-asks": "true" };
const ETCD_PASSWORD = {
  name: "ETCD_AUTH_PASSWORD",
  valueFrom: { secretKeyRef: { name: "milvus-etcd", key: "milvus-password" } },
};

function role(annotations: object, env: readonly object[]) {
  return but(DEPLOYMENT, { "spec.template.metadata.annotations": annotations, [`${FIRST}.env`]: env });
}

function image(tag: string, repository = "milvusdb/milvus") {
  return but(DEPLOYMENT, { [`${FIRST}.image`]: `${repository}:${tag}` });
}

function sync(automated: object) {
  return but(APPLICATION, { "spec.syncPolicy.automated": { enabled: true, ...automated } });
}

function budget(spec: object) {
  return anObject("PodDisruptionBudget", { spec }, "etcd", "policy/v1");
}

function service(spec: object) {
  return anObject("Service", { spec: { type: "ClusterIP", ports: [{ port: 19530 }], selector: { app: "proxy" }, ...spec } });
}

function backupJob(bucket: string) {
  const containers = [{ name: "upload", image: "mc:1", env: [{ name: "BUCKET", value: bucket }] }];
  return anObject(
    "CronJob",
    { spec: { jobTemplate: { spec: { template: { spec: { containers } } } } } },
    "backup-etcd",
    "batch/v1",
  );
}

function ingress(spec: object) {
  return anObject("Ingress", { spec }, "milvus", "networking.k8s.io/v1");
}

function certificate(issuer: string) {
  return anObject("Certificate", { spec: { secretName: "tls", issuerRef: { name: issuer } } }, "tls", "cert-manager.io/v1");
}

function claim(storageClassName: string) {
  return { volumeClaimTemplate: { spec: { storageClassName, resources: { requests: { storage: "20Gi" } } } } };
}

function guarded(annotations: object) {
  return anObject("Ingress", { metadata: { name: "attu", annotations } }, "attu", "networking.k8s.io/v1");
}

function retention(days: number) {
  const policy = { policy: { phases: { delete: { min_age: `${days}d` } } } };
  return anObject(
    "ConfigMap",
    { data: { "index.json": JSON.stringify([{ body: policy }], undefined, 2) } },
    "logging-setup-config",
  );
}

function elasticsearch(count: number) {
  const spec = { nodeSets: [{ name: "default", count }] };
  return anObject("Elasticsearch", { spec }, "milvus-logs", "elasticsearch.k8s.elastic.co/v1");
}

function members(replicas: number) {
  return but(STATEFUL_SET, { "spec.replicas": replicas });
}

const DIGEST = `sha256:${"0a".repeat(32)}`;
const OTHER_DIGEST = `sha256:${"1b".repeat(32)}`;
const JAVA = [{ name: "PULSAR_MEM", value: "-Xms3g -Xmx3g -XX:MaxDirectMemorySize=2g" }];

/** One for each rule. */
export const EXAMPLES: Readonly<Record<RuleName, Example>> = {
  "pods-restart": {
    before: DEPLOYMENT,
    after: deployment({ [`${FIRST}.args`]: ["run"] }),
    risk: "low",
    message: "2 pods restart, one by one, each after its successor is ready.",
  },
  "log-retention-shortened": {
    before: retention(30),
    after: retention(7),
    risk: "destructive",
    message: "Logs of more than 7 days are deleted; until now 30 days were kept.",
  },
  "log-store-reduced": {
    before: elasticsearch(5),
    after: elasticsearch(3),
    risk: "high",
    message: "2 of 5 nodes go with their volumes, after the rest has taken over what they hold.",
  },
  "capacity-dips": {
    before: deployment({ "spec.strategy": { type: "Recreate" } }),
    after: deployment({ "spec.strategy": { type: "Recreate" }, [`${FIRST}.args`]: ["run"] }),
    risk: "medium",
    message: "Nothing of it serves for the time of the restart.",
  },
  "wave-changed": {
    before: DEPLOYMENT,
    after: deployment({ "metadata.annotations": { "argocd.argoproj.io/sync-wave": "11" } }),
    risk: "low",
    message: "It is applied in wave 11 instead of 10.",
  },
  "fewer-replicas": {
    before: DEPLOYMENT,
    after: deployment({ "spec.replicas": 0 }),
    risk: "high",
    message: "It is scaled from 2 to 0: nothing of it serves any more.",
  },
  "more-replicas": {
    before: DEPLOYMENT,
    after: deployment({ "spec.replicas": 5 }),
    risk: "low",
    message: "It is scaled from 2 to 5: nodes must have room for 3 more.",
  },
  "replicas-left-out": {
    before: DEPLOYMENT,
    after: deployment({ "spec.replicas": undefined }),
    risk: "medium",
    message: "Git no longer says that 2 pods run: an autoscaler counts them from now on.",
  },
  "replicas-fixed": {
    before: deployment({ "spec.replicas": undefined }),
    after: DEPLOYMENT,
    risk: "medium",
    message: "It runs 2 pods from now on, whatever an autoscaler had last.",
  },
  "autoscaler-narrowed": {
    before: anObject("HorizontalPodAutoscaler", { spec: { minReplicas: 2, maxReplicas: 8 } }),
    after: anObject("HorizontalPodAutoscaler", { spec: { minReplicas: 2, maxReplicas: 6 } }),
    risk: "medium",
    message: "Its maxReplicas falls from 8 to 6: the pods that stay carry the whole load.",
  },
  "keda-counts": {
    after: anObject("ScaledObject", {}, "milvus-proxy", "keda.sh/v1alpha1"),
    risk: "medium",
    message:
      "KEDA counts the pods from now on, by a HorizontalPodAutoscaler of its name that it makes or takes over. The cluster must have KEDA.",
  },
  "autoscaler-removed": {
    before: anObject("HorizontalPodAutoscaler"),
    risk: "medium",
    message: "The number of pods stands still where it is, until another autoscaler counts them or Git says one.",
  },
  "members-changed": {
    before: members(3),
    after: members(5),
    risk: "high",
    message: "etcd's members are added and removed by etcdctl, one at a time; replicas alone can lose the quorum.",
  },
  "limit-lowered": {
    before: DEPLOYMENT,
    after: deployment({ [`${FIRST}.resources.limits.memory`]: "3Gi" }),
    risk: "medium",
    message: "The memory limit of proxy falls from 4Gi to 3Gi.",
  },
  "request-lowered": {
    before: DEPLOYMENT,
    after: deployment({ [`${FIRST}.resources.requests.cpu`]: "500m" }),
    risk: "low",
    message: "The cpu request of proxy falls from 1 to 500m.",
  },
  "memory-below-heap": {
    before: DEPLOYMENT,
    after: deployment({ [`${FIRST}.env`]: JAVA }),
    risk: "high",
    message: "The memory limit of proxy is below what its process is told to use: it is killed under load.",
  },
  "immutable-field": {
    before: STATEFUL_SET,
    after: but(STATEFUL_SET, { "spec.serviceName": "other", "spec.volumeClaimTemplates.0.spec.storageClassName": "fast" }),
    risk: "high",
    message:
      "The API server refuses to change spec.serviceName and spec.volumeClaimTemplates. The sync fails until the StatefulSet was deleted with --cascade=orphan, which leaves its pods and claims.",
  },
  "data-removed": {
    before: anObject("PersistentVolumeClaim"),
    risk: "destructive",
    message: "It is removed: the data goes where its class says Delete.",
  },
  "application-removed": {
    before: but(APPLICATION, FINALIZERS),
    risk: "destructive",
    message: "It has Argo CD's finalizer: everything that it applied is deleted with it.",
  },
  "object-removed": {
    before: DEPLOYMENT,
    risk: "medium",
    message: "It is removed, and whoever refers to it finds nothing.",
  },
  "prune-guard-removed": {
    before: STATEFUL_SET,
    after: but(STATEFUL_SET, { "metadata.annotations": { [OPTIONS]: "Delete=false" } }),
    risk: "high",
    message: "Its guard Prune=false is gone: Argo CD removes it when it leaves Git.",
  },
  "delete-guard-removed": {
    before: STATEFUL_SET,
    after: but(STATEFUL_SET, { "metadata.annotations": { [OPTIONS]: "Prune=false" } }),
    risk: "high",
    message: "Its guard Delete=false is gone: it goes when its Application is deleted.",
  },
  "replacement-forced": {
    before: DEPLOYMENT,
    after: deployment({ "metadata.annotations": { [OPTIONS]: "Replace=true" } }),
    risk: "high",
    message: "With Replace=true Argo CD may delete it and make it anew at any change.",
  },
  "retention-delete": {
    before: STATEFUL_SET,
    after: but(STATEFUL_SET, { "spec.persistentVolumeClaimRetentionPolicy.whenDeleted": "Delete" }),
    risk: "destructive",
    message: "Its claims are deleted when it is (whenDeleted: Delete).",
  },
  "finalizer-added": {
    before: APPLICATION,
    after: but(APPLICATION, FINALIZERS),
    risk: "high",
    message: "It gets Argo CD's finalizer: deleting it then deletes everything that it applied.",
  },
  "claim-template-unguarded": {
    after: but(STATEFUL_SET, { "spec.volumeClaimTemplates.0.metadata.annotations": undefined }),
    risk: "medium",
    message: "Its claims are made without Prune=false, and a guard that is added later does not reach them.",
  },
  "budget-removed": {
    before: budget({ maxUnavailable: 1 }),
    risk: "medium",
    message: "Drains of nodes may take all of its pods at once.",
  },
  "budget-loosened": {
    before: budget({ maxUnavailable: 1 }),
    after: budget({ maxUnavailable: 2 }),
    risk: "medium",
    message: "Drains of nodes may take more of its pods at once.",
  },
  "budget-blocks": {
    before: budget({ maxUnavailable: 1 }),
    after: budget({ maxUnavailable: 0 }),
    risk: "medium",
    message: "It allows no disruption: drains of nodes never end.",
  },
  "probe-removed": {
    before: DEPLOYMENT,
    after: deployment({ [`${FIRST}.livenessProbe`]: undefined }),
    risk: "medium",
    message: "The livenessProbe of proxy is gone.",
  },
  "grace-shortened": {
    before: DEPLOYMENT,
    after: deployment({ [`${POD}.terminationGracePeriodSeconds`]: undefined }),
    risk: "medium",
    message: "A pod may take 30 s to stop instead of 90 s, and is then killed.",
  },
  "strategy-weakened": {
    before: DEPLOYMENT,
    after: deployment({ "spec.strategy": { type: "Recreate" } }),
    risk: "medium",
    message: "Pods are replaced by Recreate instead of RollingUpdate.",
  },
  "spread-loosened": {
    before: deployment({ [`${POD}.topologySpreadConstraints`]: [{ topologyKey: "zone", whenUnsatisfiable: "DoNotSchedule" }] }),
    after: deployment({ [`${POD}.topologySpreadConstraints`]: [{ topologyKey: "zone", whenUnsatisfiable: "ScheduleAnyway" }] }),
    risk: "medium",
    message: "Its pods need no longer keep apart, so one node or zone can take several with it.",
  },
  "pod-security-weakened": {
    before: DEPLOYMENT,
    after: deployment({ [`${FIRST}.securityContext.privileged`]: true }),
    risk: "high",
    message: "Security is weakened: proxy is privileged.",
  },
  "namespace-security-weakened": {
    before: anObject("Namespace", { metadata: { name: "m", labels: { "pod-security.kubernetes.io/enforce": "restricted" } } }),
    after: anObject("Namespace", { metadata: { name: "m", labels: { "pod-security.kubernetes.io/enforce": "baseline" } } }),
    risk: "high",
    message: 'It enforces Pod Security "baseline" instead of "restricted".',
  },
  "plain-secret": {
    after: anObject("Secret", { stringData: { password: "x" } }),
    risk: "high",
    message: "A Secret is in Git in plain text, and stays in its history.",
  },
  "permissions-changed": {
    after: anObject("RoleBinding", {}, "milvus", "rbac.authorization.k8s.io/v1"),
    risk: "high",
    message: "It decides who may do what in the cluster.",
  },
  "network-policy-added": {
    after: anObject("NetworkPolicy"),
    risk: "low",
    message: "Its pods are let in and out only where policies say so, from now on.",
  },
  "network-policy-removed": {
    before: anObject("NetworkPolicy"),
    risk: "high",
    message: "What it kept out of its pods gets in, unless another policy forbids it.",
  },
  "network-policy-changed": {
    before: anObject("NetworkPolicy", { spec: { ingress: [] } }),
    after: anObject("NetworkPolicy", { spec: { ingress: [{}] } }),
    risk: "medium",
    message: "Other pods and networks are let in or out than until now.",
  },
  "exposure-widened": {
    before: service({}),
    after: service({ type: "NodePort" }),
    risk: "high",
    message: "It is reachable from outside the cluster as NodePort.",
  },
  "source-ranges-widened": {
    before: service({ type: "LoadBalancer", loadBalancerSourceRanges: ["10.0.0.0/8"] }),
    after: service({ type: "LoadBalancer", loadBalancerSourceRanges: ["10.1.0.0/16", "192.168.0.0/16"] }),
    risk: "high",
    message: "Its load balancer lets in 192.168.0.0/16 besides.",
  },
  "traffic-policy-changed": {
    before: service({ type: "LoadBalancer" }),
    after: service({ type: "LoadBalancer", externalTrafficPolicy: "Local" }),
    risk: "medium",
    message: "Only nodes that run one of its pods answer.",
  },
  "entrance-added": { after: ingress({}), risk: "medium", message: "It is a new way in from outside the cluster." },
  "entrance-changed": {
    before: ingress({ rules: [{ host: "a.example.com" }] }),
    after: ingress({ rules: [{ host: "b.example.com" }] }),
    risk: "medium",
    message: "Clients reach Milvus by another host, path or gateway.",
  },
  "tls-removed": {
    before: ingress({ tls: [{ secretName: "tls" }] }),
    after: ingress({}),
    risk: "high",
    message: "It no longer encrypts what it did.",
  },
  "entrance-guard-removed": {
    before: guarded({ "nginx.ingress.kubernetes.io/auth-url": "https://login.example.com/oauth2/auth" }),
    after: guarded({}),
    risk: "high",
    message: "Its controller no longer asks who comes (nginx.ingress.kubernetes.io/auth-url).",
  },
  "service-selector-changed": {
    before: service({}),
    after: service({ selector: { app: "other" } }),
    risk: "high",
    message: "It sends its traffic to other pods.",
  },
  "service-ports-changed": {
    before: service({}),
    after: service({ ports: [{ port: 19531 }] }),
    risk: "medium",
    message: "Clients reach it on other ports.",
  },
  "image-repository": {
    before: DEPLOYMENT,
    after: image("v2.5.20", "registry.example.com/milvus"),
    risk: "medium",
    message: "The image comes from registry.example.com/milvus instead of milvusdb/milvus.",
  },
  "digest-dropped": {
    before: image(`v2.5.20@${DIGEST}`),
    after: image("v2.5.20"),
    risk: "medium",
    message: "The image milvusdb/milvus:v2.5.20 is no longer pinned by its digest.",
  },
  "digest-changed": {
    before: image(`v2.5.20@${DIGEST}`),
    after: image(`v2.5.20@${OTHER_DIGEST}`),
    risk: "medium",
    message: "The image milvusdb/milvus:v2.5.20 is another one under the same tag.",
  },
  "version-up": {
    before: DEPLOYMENT,
    after: image("v2.5.21"),
    risk: "low",
    message: "milvus goes from v2.5.20 to v2.5.21, within its family.",
  },
  "family-up": {
    before: DEPLOYMENT,
    after: image("v2.6.20"),
    risk: "high",
    message:
      "milvus goes from v2.5.20 to v2.6.20, the next family. Milvus 2.6 wants 2.5.16 or later with one mixcoord before it, and the same message queue during it.",
  },
  "families-skipped": {
    before: image("2.10.2", "apachepulsar/pulsar"),
    after: image("3.0.7", "apachepulsar/pulsar"),
    risk: "high",
    message:
      "pulsar goes from 2.10.2 to 3.0.7, past what lies between. Milvus' way from Pulsar 2 to 3 is to flush, stop, and start with empty disks.",
  },
  "version-down": {
    before: DEPLOYMENT,
    after: image("v2.5.19"),
    risk: "high",
    message: "milvus goes from v2.5.20 to v2.5.19, an older version.",
  },
  "family-down": {
    before: DEPLOYMENT,
    after: image("v2.4.23"),
    risk: "destructive",
    message:
      "milvus goes from v2.5.20 to v2.4.23, an older family, which may not read what the newer one wrote. Restore a backup instead.",
  },
  "build-changed": {
    before: DEPLOYMENT,
    after: image("v2.5.20-gpu"),
    risk: "medium",
    message: "milvus goes from v2.5.20 to v2.5.20-gpu, another build of the same version.",
  },
  "devices-changed": {
    before: DEPLOYMENT,
    after: deployment({ [`${FIRST}.resources`]: { limits: { cpu: "2", memory: "4Gi", "nvidia.com/gpu": "2" } } }),
    risk: "medium",
    message: "proxy holds 2 of nvidia.com/gpu instead of 0: a pod waits until a node has so many free.",
  },
  "scratch-volume-changed": {
    before: deployment({ [`${POD}.volumes`]: [{ name: "data", emptyDir: { sizeLimit: "20Gi" } }] }),
    after: deployment({ [`${POD}.volumes`]: [{ name: "data", ephemeral: claim("local-nvme") }] }),
    risk: "medium",
    message: "The volume data is claimed from the storage class local-nvme for each pod: a pod waits where that has no room.",
  },
  "resource-group-left": {
    before: deployment({ [`${FIRST}.env`]: [{ name: "MILVUS_SERVER_LABEL_RESOURCE_GROUP", value: "reports" }] }),
    risk: "high",
    message:
      "The resource group reports loses these nodes. What is loaded there alone cannot be searched until another group has it: move it first.",
  },
  "tag-changed": {
    before: DEPLOYMENT,
    after: image("master-20240101"),
    risk: "medium",
    message: "milvus goes from v2.5.20 to master-20240101; which one is newer cannot be told.",
  },
  "data-moved": {
    before: configMap("minio: {bucketName: a}"),
    after: configMap("minio: {bucketName: b}"),
    risk: "destructive",
    message:
      "Milvus looks elsewhere for what it keeps (minio.bucketName): it finds nothing there, and the old data stays behind.",
  },
  "store-moved": {
    before: configMap("minio: {address: 'minio:9000'}"),
    after: configMap("minio: {address: 's3.example.com:443'}"),
    risk: "high",
    message: "Milvus reaches a store at another address (minio.address); if it is another store, its data is not there.",
  },
  "authorization-on": {
    before: configMap("common: {security: {authorizationEnabled: false}}"),
    after: configMap("common: {security: {authorizationEnabled: true}}"),
    risk: "high",
    message: "Milvus asks clients who they are: those without a user and a password are cut off.",
  },
  "authorization-off": {
    before: configMap("common: {security: {authorizationEnabled: true}}"),
    after: configMap("common: {}"),
    risk: "high",
    message: "Milvus no longer asks clients who they are (common.security.authorizationEnabled).",
  },
  "tokens-asked": {
    before: broker("false"),
    after: broker("true"),
    risk: "high",
    message: "Pulsar asks for tokens: clients that show none are cut off, and writes with them.",
  },
  "tokens-not-asked": {
    before: broker("true"),
    after: broker("false"),
    risk: "high",
    message: "Pulsar no longer asks for tokens.",
  },
  "passwords-asked": {
    before: role({}, []),
    after: role(ASKS, [ETCD_PASSWORD]),
    risk: "high",
    message: "etcd asks for passwords before these pods show one: they lose their metadata until they are replaced.",
  },
  "passwords-not-asked": {
    before: role(ASKS, [ETCD_PASSWORD]),
    after: role({}, [ETCD_PASSWORD]),
    risk: "high",
    message: "etcd no longer asks for passwords.",
  },
  "encryption-off": {
    before: configMap("kafka: {securityProtocol: SASL_SSL}"),
    after: configMap("kafka: {securityProtocol: SASL_PLAINTEXT}"),
    risk: "high",
    message: "Milvus encrypts less than it did (kafka.securityProtocol).",
  },
  "encryption-on": {
    before: configMap("minio: {useSSL: false}"),
    after: configMap("minio: {useSSL: true}"),
    risk: "high",
    message: "Until the storage and every role speak TLS, Milvus does not reach its segments (minio.useSSL).",
  },
  "certificate-removed": {
    before: certificate("milvus-ca"),
    risk: "medium",
    message: "Its Secret stays, and is renewed no more: it ends on the day that stands in it.",
  },
  "issuer-changed": {
    before: certificate("milvus-ca"),
    after: certificate("company"),
    risk: "high",
    message: "Another authority signs it: whoever trusts the old one alone refuses it, Milvus too until it restarts.",
  },
  "backup-removed": {
    before: backupJob("snapshots"),
    risk: "high",
    message: "It makes no backup any more. Those that are there stay, and nobody removes them as they grow old.",
  },
  "backup-moved": {
    before: backupJob("snapshots"),
    after: backupJob("elsewhere"),
    risk: "medium",
    message: "Backups go to another place. Those that are there stay, and nobody removes them as they grow old.",
  },

  "destination-moved": {
    before: APPLICATION,
    after: but(APPLICATION, { "spec.destination.name": "eu-2" }),
    risk: "destructive",
    message:
      "The environment moves to another cluster or namespace: it starts empty there, and what runs here stays without an owner.",
  },
  "source-moved": {
    before: APPLICATION,
    after: but(APPLICATION, { "spec.source.targetRevision": "next" }),
    risk: "high",
    message: "Argo CD takes the environment from another repository, branch or folder.",
  },
  "automation-switched": {
    before: sync({ enabled: false }),
    after: sync({}),
    risk: "medium",
    message: "Commits are applied without anybody's doing.",
  },
  "prune-switched": {
    before: sync({}),
    after: sync({ prune: true }),
    risk: "medium",
    message: "What leaves Git is removed from the cluster, by itself.",
  },
  "self-heal-switched": {
    before: sync({ selfHeal: true }),
    after: sync({}),
    risk: "low",
    message: "Changes by hand in the cluster stay.",
  },
  "empty-allowed": {
    before: sync({}),
    after: sync({ allowEmpty: true }),
    risk: "high",
    message: "An empty folder in Git would empty the environment (allowEmpty).",
  },
  "project-widened": {
    before: PROJECT,
    after: but(PROJECT, { "spec.sourceRepos": ["*"] }),
    risk: "high",
    message: "The project permits more than it did (sourceRepos).",
  },
  "sync-windows-removed": {
    before: PROJECT,
    after: but(PROJECT, { "spec.syncWindows": undefined }),
    risk: "medium",
    message: "Fewer windows restrict when a sync may run.",
  },
  "object-added": { after: configMap("a: 1"), risk: "low", message: "It is new." },
  "only-labels": {
    before: DEPLOYMENT,
    after: deployment({ "metadata.labels": { environment: "prod" } }),
    risk: "none",
    message: "Only its labels and annotations change.",
  },
  "changed-in-place": {
    before: configMap("log: {level: info}"),
    after: configMap("log: {level: debug}"),
    risk: "low",
    message: "It is changed in place.",
  },
};
