import type { KubernetesObject } from "../../kubernetes/resource.ts";
import type { RoleName } from "../../model/environment.ts";
import { milvusIdentity } from "../../model/identities.ts";
import { RELEASES } from "../../model/releases/index.ts";
import { ROLE_KINDS } from "../../model/releases/role-kinds.ts";
import type { EnvironmentTree } from "../invariant.ts";
import { configTexts } from "../references/texts.ts";
import type { PodOwner } from "../workload.ts";
import { longRunning } from "./owners-of.ts";

/** A Deployment of Milvus and the role that it runs. */
export interface RoleOwner {
  readonly role: RoleName;
  readonly owner: PodOwner;
}

/** Those of the roles themselves, and of their nodes in resource groups. */
export function roleOwners(objects: readonly KubernetesObject[]): RoleOwner[] {
  const roles = Object.keys(ROLE_KINDS) as RoleName[];
  const owners = longRunning(objects);
  return roles.flatMap((role) => owners.filter((owner) => runsRole(owner, role)).map((owner) => ({ role, owner })));
}

/** The component of a group is that of its role, with the group's name behind it. */
function runsRole({ podLabels }: PodOwner, role: RoleName): boolean {
  const { app, component } = milvusIdentity(role);
  const [ofRole] = (podLabels["app.kubernetes.io/component"] ?? "").split("-");
  return podLabels["app.kubernetes.io/name"] === app && ofRole === component;
}

export function isCoordinator({ role }: RoleOwner): boolean {
  return ROLE_KINDS[role] === "coordinator";
}

/** Whether the configuration that its pods mount lets a second coordinator wait for the first. */
export function hasStandby({ owner }: RoleOwner, { objects, environment }: EnvironmentTree): boolean {
  const mounted = new Set((owner.pod.volumes ?? []).map(({ configMap }) => configMap?.name));
  const texts = configTexts(objects.filter(({ metadata }) => mounted.has(metadata.name))).map(({ text }) => text);
  return RELEASES[environment.milvus.family].standbySections.every((section) =>
    texts.some((text) => settingIn(text, section, "enableActiveStandby") === "true"),
  );
}

/** The value of `section.key` in a file in block style, as the generator writes it. */
function settingIn(text: string, section: string, key: string): string | undefined {
  const lines = text.split("\n");
  const start = lines.indexOf(`${section}:`);
  if (start === -1) return undefined;
  const below = lines.slice(start + 1);
  const end = below.findIndex((line) => /^\w/.test(line));
  const own = end === -1 ? below : below.slice(0, end);
  return own.find((line) => line.startsWith(`  ${key}: `))?.slice(key.length + 4);
}
