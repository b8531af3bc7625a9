import type { Image } from "../../environment.ts";
import { registryOf } from "../../resolve/index.ts";
import { error, type Problem, warning } from "../problem.ts";
import type { Rule } from "../rule.ts";

const IMAGE = "objectStorage.minio.image";
/** The release that mends CVE-2025-62506. Upstream gave out its source alone. */
const MENDED = "RELEASE.2025-10-15T17-29-55Z";

/** MinIO left Docker Hub, and no image of upstream has its last security fix. */
export const minioImage: Rule = ({ environment: { objectStorage } }) => {
  if (objectStorage.type !== "minio") return [];
  const { image } = objectStorage.minio;
  return [...onDockerHub(image), ...vulnerable(image)];
};

function onDockerHub({ repository }: Image): Problem[] {
  if (registryOf(repository) !== "docker.io" || !/(?:^|\/)minio\/minio$/.test(repository)) return [];
  return [
    error(`${IMAGE}.repository`, "E_IMAGE", {
      message: `Docker Hub has no ${repository} any more.`,
      reason: "The repository was deleted, so no node could pull the image.",
      remedy: "Use quay.io/minio/minio.",
    }),
  ];
}

/** Tags are dates, so they sort as texts. */
function vulnerable({ tag }: Image): Problem[] {
  if (!tag.startsWith("RELEASE.") || tag >= MENDED) return [];
  return [
    warning(`${IMAGE}.tag`, "E_IMAGE", {
      message: `MinIO ${tag} has CVE-2025-62506.`,
      reason:
        "Accounts with a restricted policy can create others without. Milvus uses one account, so it matters to those who share it.",
      remedy: `Use an image of ${MENDED} or later from a vendor or a build of your own, or object storage outside.`,
    }),
  ];
}
