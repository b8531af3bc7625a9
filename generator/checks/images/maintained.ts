import type { Environment } from "../../model/environment.ts";
import { imageReference } from "../../model/images.ts";
import { images } from "../../model/rules/parts.ts";
import { isBefore } from "../../model/rules/version-number.ts";
import { type EnvironmentTree, type Invariant, violation } from "../invariant.ts";
import { type ImageReference, programOf, usedImages } from "./image-reference.ts";

/** The first release without CVE-2025-62506. */
const MINIO_MENDED = "RELEASE.2025-10-15T17-29-55Z";

/** What is said of images that the environment's file names is said there, when it is read; this is about all others. */
export const imagesMaintained: Invariant<EnvironmentTree> = {
  name: "images-maintained",
  code: "E_IMAGE",
  severity: "warning",
  reason: "Its faults are known and mended in later versions.",
  remedy: "Use etcd 3.5.3 or later, and MinIO of October 2025 or later from a vendor or a build of your own.",
  find: ({ objects, environment }) => {
    const known = configured(environment);
    return usedImages(objects)
      .filter(({ image }) => !known.has(image.reference))
      .flatMap(({ object, image }) => faults(image).map((fault) => violation(object, `${image.reference} ${fault}.`)));
  },
};

function configured(environment: Environment): ReadonlySet<string> {
  return new Set(images(environment).map(({ value }) => imageReference(value)));
}

/** MinIO's tags are dates, so they sort as texts. */
function faults(image: ImageReference): string[] {
  const { tag = "" } = image;
  if (programOf(image) === "etcd" && isBefore(tag, "3.5.3")) return ["lets members disagree about the data (etcd#13766)"];
  if (programOf(image) !== "minio" || !tag.startsWith("RELEASE.") || tag >= MINIO_MENDED) return [];
  return ["has CVE-2025-62506"];
}
