import type { PlatformTree } from "../../../generator/checks/invariant.ts";
import { adding, aWorkload, type Edit, set } from "../quorum/edits.ts";
import type { EnvironmentSeed, PlatformSeed } from "./seed.ts";

/** Each breaks an environment of production. */
export const IMAGES_SEEDS: readonly EnvironmentSeed[] = [
  seed("images-tagged", "an image has no tag", image("StatefulSet etcd", "quay.io/coreos/etcd")),
  seed("images-tagged", "an image is the latest", image("StatefulSet etcd", "quay.io/coreos/etcd:latest")),
  seed("images-tagged", "only a port follows a colon", image("StatefulSet etcd", "registry.example.com:5000/etcd")),
  seed("digests-whole", "a digest is cut off", image("StatefulSet etcd", "quay.io/coreos/etcd:v3.5.25@sha256:0a0a")),
  seed("one-version-per-component", "a role is left behind", image("Deployment milvus-querynode", "milvusdb/milvus:v2.6.1")),
  seed("one-version-per-component", "a proxy is another Pulsar", image("Deployment pulsar-proxy", "apachepulsar/pulsar:4.0.1")),
  seed(
    "gpu-pods-run-gpu-build",
    "custom/ gives a query node a GPU",
    set("Deployment milvus-querynode", "spec.template.spec.containers.0.resources.limits", { "nvidia.com/gpu": "1" }),
  ),
  seed(
    "images-maintained",
    "a second etcd is old",
    adding(aWorkload("Deployment", "e", { image: "quay.io/coreos/etcd:v3.5.1" })),
  ),
  seed("images-maintained", "MinIO goes back", image("StatefulSet minio", "quay.io/minio/minio:RELEASE.2023-01-01T00-00-00Z")),
];

/** Each breaks a platform whose environments take images from Docker Hub and Quay. */
export const IMAGES_ACROSS_SEEDS: readonly PlatformSeed[] = [
  {
    invariant: "registries-allowed",
    title: "the platform allows another registry alone",
    breakIt: (tree) => ({ ...tree, platform: { ...tree.platform, allowedRegistries: ["registry.example.com"] } }),
  },
  {
    invariant: "registries-allowed",
    title: "one image of one environment comes from elsewhere",
    breakIt: (tree) =>
      withForeignImage({ ...tree, platform: { ...tree.platform, allowedRegistries: ["docker.io", "quay.io"] } }),
  },
];

function seed(invariant: string, title: string, breakIt: Edit): EnvironmentSeed {
  return { invariant, title, breakIt };
}

function image(target: string, reference: string): Edit {
  return set(target, "spec.template.spec.containers.0.image", reference);
}

function withForeignImage(tree: PlatformTree): PlatformTree {
  const foreign = adding(aWorkload("Deployment", "own", { image: "ghcr.io/acme/own:1" }));
  return {
    ...tree,
    environments: tree.environments.map((environment, index) => (index === 0 ? foreign(environment) : environment)),
  };
}
