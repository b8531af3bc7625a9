import { isAtLeast } from "./version.ts";

/** Numeric, because Kubernetes can tell only of a number that it is not root. */
interface ImageUser {
  readonly uid: number;
  readonly gid: number;
  /** Why a scanner's rule, a user and group of 10001 or more, is not met. */
  readonly why: string;
}

const ROOT_GROUP: ImageUser = {
  uid: 10001,
  gid: 0,
  why: "The image's files are root:root with mode 0774, so only the root group may execute them.",
};

const MILVUS: ImageUser = {
  uid: 999,
  gid: 999,
  why: "The image's files belong to its user milvus, 999:999, and the root group may no longer execute them.",
};

/** Who runs the image of a version. Every image of 2.3 to 2.6.20 is root's; the user milvus came with 3.0 (milvus#44524). */
export function milvusImageUser(version: string): ImageUser {
  return isAtLeast(version, "3.0.0") ? MILVUS : ROOT_GROUP;
}
