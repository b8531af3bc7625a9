import type { Autoscaling, Family, Milvus, Role, RoleName } from "../environment.ts";
import { familyOf, RELEASES } from "../releases/index.ts";
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
  return {
    ...known,
    family,
    image: resolveImage("milvus.image", { tag: `v${known.version}`, ...known.image }, mirrors),
    roles: order.map((name) => resolveRole(name, known.roles)),
  };
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
    autoscaling,
  };
}

function resolveAutoscaling(path: string, settings: AutoscalingSettings): Autoscaling | undefined {
  if (settings?.enabled !== true) return undefined;
  const { by, maxReplicas } = take(path, settings, "by", "maxReplicas");
  const prometheus = by === "keda" ? (settings.prometheus ?? []) : [];
  return { by, maxReplicas, cpu: settings.cpu, memory: settings.memory, prometheus };
}
