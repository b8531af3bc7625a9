import type { Environment, Image } from "../../model/environment.ts";
import { milvusImageUser } from "../../model/releases/image-user.ts";
import type { Container } from "../workload.ts";
import { writesOfAttu, writesOfEtcd, writesOfMilvus, writesOfMinio, writesOfPulsar } from "./writable-paths.ts";

/** What is known of an image that is not in the image's own manifest. */
export interface ImageFacts {
  /** `why` is set where a scanner's rule (a user and group of 10001 or more) cannot be met. */
  readonly user: { readonly uid: number; readonly gid: number; readonly why: string };
  /** Folders that a container of it writes to. */
  readonly writes: (container: Container) => readonly string[];
  /** Whether it runs with a root that nobody can write to. */
  readonly readOnlyRoot: boolean;
}

/**
 * etcd and MinIO are static binaries in images without a user (etcd `Dockerfile`, MinIO `Dockerfile.release`), and Attu's is made for
 * any: any will do.
 */
const ANY_USER = { uid: 10001, gid: 10001, why: "" };

/** The image lets uid 10000 run with any group (apache/pulsar docker/pulsar/Dockerfile). */
const PULSAR_USER = { uid: 10000, gid: 10001, why: "The user that the image was made for." };

/** What is known of a container's image; undefined for one that the environment does not name. */
export function imageFacts({ image = "" }: Container, environment: Environment): ImageFacts | undefined {
  const repository = repositoryOf(image);
  return known(environment).find(([own]) => own?.repository === repository)?.[1];
}

function known({
  milvus,
  etcd,
  objectStorage,
  messageQueue,
  attu,
}: Environment): readonly (readonly [Image | undefined, ImageFacts])[] {
  const pulsar = messageQueue.type === "pulsar" && messageQueue.mode !== "external" ? messageQueue.image : undefined;
  return [
    [
      milvus.image,
      { user: milvusImageUser(milvus.version), writes: writesOfMilvus, readOnlyRoot: milvus.readOnlyRootFilesystem },
    ],
    [etcd.mode === "internal" ? etcd.image : undefined, { user: ANY_USER, writes: writesOfEtcd, readOnlyRoot: true }],
    [
      objectStorage.type === "minio" ? objectStorage.minio.image : undefined,
      { user: ANY_USER, writes: writesOfMinio, readOnlyRoot: true },
    ],
    [pulsar, { user: PULSAR_USER, writes: writesOfPulsar, readOnlyRoot: true }],
    [attu?.image, { user: ANY_USER, writes: writesOfAttu, readOnlyRoot: true }],
  ];
}

/** `quay.io:5000/minio/minio` of `quay.io:5000/minio/minio:RELEASE@sha256:…`. */
function repositoryOf(image: string): string {
  return image.replace(/@.*$/, "").replace(/:[^/:]*$/, "");
}
