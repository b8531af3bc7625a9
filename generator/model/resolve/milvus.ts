import { merge } from "../../config/merge.ts";
import type { Autoscaling, Family, Image, Milvus, Role, RoleName } from "../environment.ts";
import { runsOnGpus } from "../gpu.ts";
import { familyOf, RELEASES } from "../releases/index.ts";
import { roleField } from "../role-field.ts";
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
  const roles = order.flatMap((name) => resolveRoles(name, known.roles));
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
type RoleSettings = Omit<NonNullable<Roles["queryNode"]>, "resourceGroups">;
type AutoscalingSettings = RoleSettings["autoscaling"];

/** The role's own nodes, and those of each of its resource groups, by name. */
function resolveRoles(name: RoleName, roles: Roles): Role[] {
  const { resourceGroups = {}, ...own }: NonNullable<Roles["queryNode"]> = roles[name] ?? {};
  // An autoscaler counts for one Deployment: a group has one only where it says so itself.
  const shared = { ...own, autoscaling: { by: own.autoscaling?.by } };
  const groups = Object.keys(resourceGroups).sort();
  return [
    resolveRole({ name, group: undefined }, own),
    ...groups.map((group) => resolveRole({ name, group }, merge<RoleSettings>(shared, resourceGroups[group] ?? {}))),
  ];
}

function resolveRole(who: Pick<Role, "name" | "group">, role: RoleSettings): Role {
  const path = roleField(who);
  const workload = resolveWorkload(path, role);
  const autoscaling = resolveAutoscaling(`${path}.autoscaling`, role.autoscaling);
  const fewest = autoscaling === undefined ? undefined : role.autoscaling?.minReplicas;
  return {
    ...who,
    ...workload,
    replicas: fewest ?? workload.replicas,
    ...take(path, role, "env", "config", "localStorage"),
    localStorageClass: role.localStorageClass,
    autoscaling,
    gpu: resolveGpu(`${path}.gpu`, role.gpu),
  };
}

function resolveAutoscaling(path: string, settings: AutoscalingSettings): Autoscaling | undefined {
  if (settings?.enabled !== true) return undefined;
  const { by, maxReplicas } = take(path, settings, "by", "maxReplicas");
  const prometheus = by === "keda" ? (settings.prometheus ?? []) : [];
  return { by, maxReplicas, cpu: settings.cpu, memory: settings.memory, prometheus };
}
