import { adding, anObject, aWorkload, type Edit, set, setAnnotation, setVariable, withScratch } from "../quorum/edits.ts";
import type { EnvironmentSeed } from "./seed.ts";

const OPTIONS = "argocd.argoproj.io/sync-options";
const KEEP = { [OPTIONS]: "Prune=false,Delete=false" };
const CLAIM_ANNOTATIONS = "spec.volumeClaimTemplates.0.metadata.annotations";
const CONTAINER = "spec.template.spec.containers.0";
const GUARDED = { name: "login", namespace: "milvus-prod", annotations: KEEP };

/** Each breaks an environment of production with stores of its own. */
export const DATA_SEEDS: readonly EnvironmentSeed[] = [
  seed("claims-outlive-pods", "claims go with the StatefulSet", retention({ whenDeleted: "Delete", whenScaled: "Retain" })),
  seed("claims-outlive-pods", "claims go with their pods", retention({ whenDeleted: "Retain", whenScaled: "Delete" })),
  seed("claims-outlive-pods", "nothing is said of claims", retention(undefined)),
  seed("claim-templates-never-change", "a claim has Argo CD's mark", claimLabel("app.kubernetes.io/instance")),
  seed("claim-templates-never-change", "a claim has a version", claimLabel("app.kubernetes.io/version")),
  seed("claim-templates-guarded", "a claim template has no guard", set("StatefulSet etcd", CLAIM_ANNOTATIONS, {})),
  seed(
    "claim-templates-guarded",
    "a claim may be deleted",
    set("StatefulSet etcd", CLAIM_ANNOTATIONS, { [OPTIONS]: "Prune=false" }),
  ),
  seed("data-guarded", "the Namespace has no guard", setAnnotation("Namespace milvus-prod", OPTIONS, undefined)),
  seed("data-guarded", "etcd may be pruned", setAnnotation("StatefulSet etcd", OPTIONS, "Delete=false")),
  seed("data-guarded", "the source of a Secret has no guard", adding(anObject("ExternalSecret", "login"))),
  seed("data-guarded", "ciphertext has no guard", adding(anObject("SealedSecret", "login"))),
  seed(
    "made-secrets-guarded",
    "an ExternalSecret has no template",
    adding({ ...anObject("ExternalSecret", "login"), metadata: GUARDED }),
  ),
  seed(
    "made-secrets-guarded",
    "a SealedSecret has no template",
    adding({ ...anObject("SealedSecret", "login"), metadata: GUARDED }),
  ),
  seed("no-bare-claims", "a claim is in Git", adding(anObject("PersistentVolumeClaim", "etcd-data"))),
  seed("data-claimed", "etcd writes to an emptyDir", withScratch("StatefulSet etcd", "data")),
  seed("data-claimed", "a bookie's journal is an emptyDir", withScratch("StatefulSet pulsar-bookkeeper", "journal")),
  seed(
    "data-claimed",
    "ZooKeeper writes beside its volume",
    setVariable("StatefulSet pulsar-zookeeper", "PULSAR_PREFIX_dataDir", "/pulsar/zk"),
  ),
  seed("data-claimed", "etcd does not say where it writes", setVariable("StatefulSet etcd", "ETCD_DATA_DIR", undefined)),
  seed(
    "nothing-destroys-data",
    "bookies are formatted",
    command("bin/bookkeeper shell bookieformat -nonInteractive -force -deleteCookie"),
  ),
  seed(
    "nothing-destroys-data",
    "a member forgets the others",
    set("StatefulSet etcd", `${CONTAINER}.args`, ["--force-new-cluster"]),
  ),
  seed(
    "nothing-destroys-data",
    "etcd joins what is not there",
    setVariable("StatefulSet etcd", "ETCD_INITIAL_CLUSTER_STATE", "existing"),
  ),
  seed(
    "nothing-destroys-data",
    "a start script cleans up",
    command("rm -rf /pulsar/data/bookkeeper && exec bin/pulsar bookie"),
  ),
  seed(
    "nothing-destroys-data",
    "a ConfigMap holds mkfs",
    adding(anObject("ConfigMap", "scripts", { data: { "a.sh": "mkfs.ext4 /dev/b" } })),
  ),
  seed(
    "nothing-destroys-data",
    "a job empties the bucket",
    adding(aWorkload("Job", "clean", { command: ["mc", "rm", "-r", "--force", "a/b"] })),
  ),
  seed(
    "no-destructive-options",
    "etcd is replaced",
    setAnnotation("StatefulSet etcd", OPTIONS, "Prune=false,Delete=false,Replace=true"),
  ),
  seed("no-destructive-options", "a Service is forced", setAnnotation("Service etcd", OPTIONS, "Force=true")),
  seed("no-destructive-options", "nothing is validated", setAnnotation("Service etcd", OPTIONS, "Validate=false")),
  seed("etcd-quota-fits", "the quota is 16 GiB", setVariable("StatefulSet etcd", "ETCD_QUOTA_BACKEND_BYTES", String(2 ** 34))),
  seed("etcd-quota-fits", "there is no quota", setVariable("StatefulSet etcd", "ETCD_QUOTA_BACKEND_BYTES", undefined)),
  seed("etcd-quota-fits", "memory is short", set("StatefulSet etcd", `${CONTAINER}.resources.limits.memory`, "1Gi")),
  seed(
    "etcd-quota-fits",
    "the volume is small",
    set("StatefulSet etcd", "spec.volumeClaimTemplates.0.spec.resources.requests.storage", "5Gi"),
  ),
  seed("etcd-compacts", "nothing is compacted", setVariable("StatefulSet etcd", "ETCD_AUTO_COMPACTION_RETENTION", "0")),
  seed("etcd-compacts", "the mode is gone", setVariable("StatefulSet etcd", "ETCD_AUTO_COMPACTION_MODE", undefined)),
];

function seed(invariant: string, title: string, breakIt: Edit): EnvironmentSeed {
  return { invariant, title, breakIt };
}

function retention(policy: object | undefined): Edit {
  return set("StatefulSet etcd", "spec.persistentVolumeClaimRetentionPolicy", policy);
}

function claimLabel(name: string): Edit {
  return set("StatefulSet etcd", "spec.volumeClaimTemplates.0.metadata.labels", { [name]: "x" });
}

function command(text: string): Edit {
  return set("StatefulSet pulsar-bookkeeper", `${CONTAINER}.args`, [text]);
}
