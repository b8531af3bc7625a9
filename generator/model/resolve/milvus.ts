import type { Autoscaling, Family, Image, Milvus, Role, RoleName } from "../environment.ts";
import { runsOnGpus } from "../gpu.ts";
import { familyOf, RELEASES } from "../releases/index.ts";
import { resolveGpu } from "./gpu.ts";
import { type Mirrors, resolveImage } from "./images.ts";
import type { Section } from "./settings.ts";
import { take } from "./take.ts";
import { resolveWorkload } from "./workload.ts";

type MilvusSettings = Section<"milvus">;

/** Milvus in the family of its version, with the roles that the family and the topology run, in roll-out order. */
export function resolveMilvus(milvus: MilvusSettings, mirrors: Mirrors): Milvus {
  const known = take("milvus", milvus, "version", "image", "coordinators", "roles", "config", "readOnlyRootFilesystem");
  const family = resolveFamily(known.version, milvus.family);
  const order = RELEASES[family].rollOut[known.coordinators];
  const roles = order.map((name) => resolveRole(name, known.roles));
  const image = runsOnGpus({ roles }) ? gpuImage(known, mirrors) : cpuImage(known, mirrors);
  return { ...known, family, image, roles };
}

type Build = Required<Pick<MilvusSettings, "version">> & { readonly image: NonNullable<MilvusSettings["image"]> };

function cpuImage({ version, image }: Build, mirrors: Mirrors): Image {
  return resolveImage("milvus.image", { tag: `v${version}`, ...image }, mirrors);
}

/** Built beside the other, from one source into one repository; a tag or digest of the other would name the other. */
function gpuImage({ version, image }: Build, mirrors: Mirrors): Image {
  return resolveImage("milvus.image.gpu", { repository: image.repository, tag: `v${version}-gpu`, ...image.gpu }, mirrors);
}

/** The family that a person names counts only where the version is not known: a version that is known has but one. */
function resolveFamily(version: string, named: Family | undefined): Family {
  return familyOf(version) ?? take("milvus", { family: named }, "family").family;
}

type Roles = NonNullable<MilvusSettings["roles"]>;
type AutoscalingSettings = NonNullable<Roles["queryNode"]>["autoscaling"];

function resolveRole(name: RoleName, roles: Roles): Role {
  const path = `milvus.roles.${name}`;
  const role: Roles["queryNode"] = roles[name];
  const workload = resolveWorkload(path, role);
  const autoscaling = resolveAutoscaling(`${path}.autoscaling`, role?.autoscaling);
  const fewest = autoscaling === undefined ? undefined : role?.autoscaling?.minReplicas;
  return {
    name,
    ...workload,
    replicas: fewest ?? workload.replicas,
    ...take(path, role, "env", "config", "localStorage"),
    localStorageClass: role?.localStorageClass,
    autoscaling,
    gpu: resolveGpu(`${path}.gpu`, role?.gpu),
  };
}

function resolveAutoscaling(path: string, settings: AutoscalingSettings): Autoscaling | undefined {
  if (settings?.enabled !== true) return undefined;
  const { by, maxReplicas } = take(path, settings, "by", "maxReplicas");
  const prometheus = by === "keda" ? (settings.prometheus ?? []) : [];
  return { by, maxReplicas, cpu: settings.cpu, memory: settings.memory, prometheus };
}
