import type { Settings } from "../../../config/schema/settings.ts";
import type { Family } from "../../environment.ts";
import { familyOf, RELEASES } from "../../releases/index.ts";
import { error, type Problem } from "../problem.ts";

/** A version whose roles, ports and settings are known, in a topology that it has. */
export function milvusRelease({ milvus }: Settings): Problem[] {
  const version = milvus?.version;
  if (version === undefined) return [error("milvus.version", "E_SHAPE", NO_VERSION)];
  const known = familyOf(version);
  const family = known ?? milvus?.family;
  if (family === undefined) return [error("milvus.version", "E_VERSION", unknownVersion(version))];
  if (known !== undefined && milvus?.family !== undefined && milvus.family !== known) {
    return [error("milvus.family", "E_VERSION", otherFamily(version, known))];
  }
  return topology(family, milvus?.coordinators);
}

const NO_VERSION = { message: "The field is missing.", remedy: 'Add it: "2.6.20".' };

function unknownVersion(version: string) {
  return {
    message: `Milvus ${version} is of no family that is known here.`,
    reason: "Roles, ports and settings differ between families, and a wrong guess can lose data.",
    remedy: `Use a version of ${Object.keys(RELEASES).join(", ")}, or say in milvus.family which of them to treat it as.`,
  };
}

function otherFamily(version: string, family: Family) {
  return { message: `Milvus ${version} is of the family ${family}.`, remedy: "Remove milvus.family: the version tells it." };
}

function topology(family: Family, coordinators: "mixed" | "dedicated" | undefined): Problem[] {
  const { topologies } = RELEASES[family];
  if (coordinators === undefined || topologies.includes(coordinators)) return [];
  return [
    error("milvus.coordinators", "E_VERSION", {
      message: `Milvus ${family} has no ${coordinators} coordinators.`,
      reason: "Its processes exit at once when they are started as a coordinator that was removed.",
      remedy: `Use ${topologies.join(" or ")}.`,
    }),
  ];
}
